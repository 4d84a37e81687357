package io.github.camelwechat.simulator.answer;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What goes back to the client.
 *
 * @param status      the HTTP status
 * @param contentType the Content-Type, null for none
 * @param fileName    what Content-disposition calls the body, null for an answer without that header
 * @param body        the bytes
 * @param errcode     the code inside the body, 0 where there is none
 * @param rid         that of an error, null for others
 */
public record Answer(
        int status,
        @Nullable String contentType,
        @Nullable String fileName,
        Body body,
        int errcode,
        @Nullable String rid) {

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int BAD_GATEWAY = 502;

    public Answer(int status, @Nullable String contentType, byte[] body, int errcode) {
        this(status, contentType, null, new Body.InMemory(body), errcode, null);
    }

    public static Answer bytes(String contentType, Body body) {
        return new Answer(200, contentType, null, body, 0, null);
    }

    /** What the front end says without asking the interface: as it was seen for 412, else HTML. */
    public static Answer status(int status) {
        return status == PRECONDITION_FAILED ? preconditionFailed() : html(status);
    }

    /** What a gateway in front of the real service says when it has trouble: HTML. */
    public static Answer html(int status) {
        String html = "<html>\r\n<head><title>" + status + "</title></head>\r\n<body>\r\n<center><h1>" + status
                      + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
        return new Answer(status, "text/html", html.getBytes(StandardCharsets.UTF_8), 0);
    }

    /** What answers where nobody is: nothing. */
    public static Answer deadEnd() {
        return new Answer(NOT_FOUND, null, new byte[0], 0);
    }

    /** What the gateway of the cloud hosting says when it has trouble: JSON of another shape. */
    public static Answer gatewayError(String requestId) {
        ObjectNode json = Json.object().put("request_id", requestId).put("error_type", "GatewayError")
                .put("error_code", BAD_GATEWAY).put("error_message", "SafeLinkError");
        return new Answer(BAD_GATEWAY, "application/json", Json.plain(json), 0);
    }

    /** No length, no service: what the front end says to a POST without Content-Length. */
    public static Answer preconditionFailed() {
        return new Answer(PRECONDITION_FAILED, null, new byte[0], 0);
    }
}
