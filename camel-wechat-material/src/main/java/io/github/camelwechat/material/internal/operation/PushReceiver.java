package io.github.camelwechat.material.internal.operation;

import java.util.Locale;

import io.github.camelwechat.material.WechatMaterialPlatformOperations;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.internal.platform.Platform;
import io.github.camelwechat.material.internal.platform.PushEvent;
import io.github.camelwechat.material.internal.platform.PushReader;
import io.github.camelwechat.material.internal.platform.PushResult;
import io.github.camelwechat.material.internal.platform.Refusal;
import io.github.camelwechat.material.internal.platform.RefusedPushes;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests to a platform's address for pushes, behind any consumer of HTTP. Anybody can send them, so whatever
 * is in one of them is answered, and fails no exchange. Nothing of the request stays on the message: consumers of HTTP
 * put the headers that they find at the end of the route into the answer.
 */
final class PushReceiver implements PlatformOperation {

    private static final int OK = 200;
    private static final String SUCCESS = "success";
    private static final String RECEIVE = WechatMaterialPlatformOperations.receive.name();

    private final RefusedPushes refused;

    /** @param platform by the name of the endpoint, for the log */
    PushReceiver(String platform) {
        this.refused = new RefusedPushes(platform, System::nanoTime);
    }

    /** Ends without waiting but for a genuine push, which ends when it is stored. */
    @Override
    public Call<Outcome> begin(Exchange exchange, Platform platform, Deadline deadline) {
        PushResult result;
        try {
            // the sender's: text would be made of bytes by it here, and bytes of text in the answer
            exchange.removeProperty(Exchange.CHARSET_NAME);
            result = read(exchange, platform.pushes());
        } finally {
            clear(exchange);
        }
        if (result instanceof PushResult.Accepted accepted) {
            refused.accepted();
            return deadline.over(RECEIVE, () -> platform.accept(accepted.event()).map(PushReceiver::success));
        } else if (result instanceof PushResult.Refused refusal) {
            refused.refused(refusal.reason());
            return Call.of(new Outcome.PushAnswer(refusal.reason().status(), "", null, null));
        }
        return Call.of(new Outcome.PushAnswer(OK, ((PushResult.Check) result).echo(), null, null));
    }

    @Override
    public void notBegun(Exchange exchange) {
        clear(exchange);
    }

    private static PushResult read(Exchange exchange, PushReader reader) {
        Message message = exchange.getMessage();
        String query = text(message, Exchange.HTTP_QUERY);
        String method = text(message, Exchange.HTTP_METHOD);
        if ("GET".equals(method)) {
            return reader.check(query);
        }
        // without one it comes from elsewhere, as a queue behind the consumer
        if (method != null && !"POST".equals(method)) {
            return new PushResult.Refused(Refusal.METHOD);
        }
        if (isForm(text(message, Exchange.CONTENT_TYPE))) {
            return new PushResult.Refused(Refusal.FORM);
        }
        return PushBody.read(exchange, body -> reader.read(query, body));
    }

    /** Returns a header as text. One that came several times is a list, whose text has no meaning for anybody. */
    private static @Nullable String text(Message message, String header) {
        Object value = message.getHeader(header);
        return value == null ? null : value.toString();
    }

    /** Returns whether the consumer may have read fields and files from the body, wherever they are now. */
    private static boolean isForm(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        return type.contains("multipart/") || type.contains("x-www-form-urlencoded");
    }

    private static void clear(Exchange exchange) {
        Message message = exchange.getMessage();
        message.setBody("");
        message.removeHeaders("*");
    }

    private static Outcome success(PushEvent event) {
        String account = null;
        if (event instanceof PushEvent.Authorized authorized) {
            account = authorized.authorizerAppId();
        } else if (event instanceof PushEvent.Unauthorized unauthorized) {
            account = unauthorized.authorizerAppId();
        }
        return new Outcome.PushAnswer(OK, SUCCESS, event.infoType(), account);
    }
}
