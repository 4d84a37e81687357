package io.github.camelwechat.material.wire;

import java.io.IOException;
import java.net.InetSocketAddress;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.form.EagerFormParsingHandler;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.FormParserFactory;
import io.undertow.server.handlers.form.MultiPartParserDefinition;
import io.undertow.util.Headers;

/** Undertow's parser behind Undertow. */
final class UndertowForms extends FormServer {

    private final Undertow server;

    UndertowForms() {
        EagerFormParsingHandler parsing = new EagerFormParsingHandler(
                FormParserFactory.builder(false)
                        .addParser(new MultiPartParserDefinition().setDefaultEncoding("UTF-8")).build());
        server = Undertow.builder().setIoThreads(1).setWorkerThreads(1).addHttpListener(0, "127.0.0.1")
                .setHandler(parsing.setNext(this::handle)).build();
        server.start();
    }

    private void handle(HttpServerExchange exchange) throws IOException {
        FormData form = exchange.getAttachment(FormDataParser.FORM_DATA);
        FormData.FormValue media = form.getFirst("media");
        FormData.FormValue description = form.getFirst("description");
        received(new Form(
                media.getFileName(), media.getHeaders().getFirst(Headers.CONTENT_TYPE),
                media.getFileItem().getInputStream().readAllBytes(),
                description == null || description.isFileItem() ? null : description.getValue()));
        exchange.getResponseSender().send(RawConnection.GOOD);
    }

    @Override
    String url() {
        return "http://127.0.0.1:" + ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
