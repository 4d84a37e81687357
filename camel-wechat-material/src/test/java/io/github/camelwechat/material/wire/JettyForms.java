package io.github.camelwechat.material.wire;

import java.util.concurrent.CompletionException;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Jetty's parser behind Jetty. */
final class JettyForms extends FormServer {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);

    JettyForms() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                MultiPartConfig inMemory = new MultiPartConfig.Builder().maxMemoryPartSize(-1).build();
                String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
                try (MultiPartFormData.Parts parts
                        = MultiPartFormData.getParts(request, request, contentType, inMemory)) {
                    MultiPart.Part media = parts.getFirst("media");
                    MultiPart.Part description = parts.getFirst("description");
                    received(new Form(
                            media.getFileName(), media.getHeaders().get(HttpHeader.CONTENT_TYPE), bytes(media),
                            description == null ? null : description.getContentAsString(UTF_8)));
                }
                Content.Sink.write(response, true, RawConnection.GOOD, callback);
                return true;
            }
        });
        server.start();
    }

    private static byte[] bytes(MultiPart.Part part) throws Exception {
        return BufferUtil.toArray(Content.Source.asByteBuffer(part.getContentSource()));
    }

    @Override
    String url() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
