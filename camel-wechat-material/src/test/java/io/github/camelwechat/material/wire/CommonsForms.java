package io.github.camelwechat.material.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Apache Commons FileUpload behind the JDK's server. */
final class CommonsForms extends FormServer {

    private final HttpServer server;

    CommonsForms() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Upload upload = new Upload();
        upload.setHeaderCharset(UTF_8);
        String fileName = null;
        String contentType = null;
        byte[] media = null;
        String description = null;
        FileItemInputIterator items = upload.getItemIterator(exchange);
        while (items.hasNext()) {
            FileItemInput item = items.next();
            byte[] bytes = item.getInputStream().readAllBytes();
            if (item.isFormField() && item.getFieldName().equals("description")) {
                description = new String(bytes, UTF_8);
            } else if (item.getFieldName().equals("media")) {
                fileName = item.getName();
                contentType = item.getContentType();
                media = bytes;
            }
        }
        received(new Form(fileName, contentType, media, description));
        byte[] answer = RawConnection.GOOD.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The library has adapters for servlets only. */
    private static final class Upload extends AbstractFileUpload<HttpExchange, DiskFileItem, DiskFileItemFactory> {

        @Override
        public FileItemInputIterator getItemIterator(HttpExchange exchange) throws IOException {
            return getItemIterator(new Request(exchange));
        }

        @Override
        public Map<String, List<DiskFileItem>> parseParameterMap(HttpExchange exchange) {
            throw new UnsupportedOperationException("only the iterator is used");
        }

        @Override
        public List<DiskFileItem> parseRequest(HttpExchange exchange) {
            throw new UnsupportedOperationException("only the iterator is used");
        }
    }

    private record Request(HttpExchange exchange) implements RequestContext {

        @Override
        public String getCharacterEncoding() {
            return UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
        }

        @Override
        public String getContentType() {
            return exchange.getRequestHeaders().getFirst("Content-Type");
        }

        @Override
        public InputStream getInputStream() {
            return exchange.getRequestBody();
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }
}
