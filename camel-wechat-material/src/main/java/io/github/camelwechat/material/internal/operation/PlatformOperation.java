package io.github.camelwechat.material.internal.operation;

import java.util.function.BiFunction;

import io.github.camelwechat.material.WechatMaterialPlatformConstants;
import io.github.camelwechat.material.WechatMaterialPlatformOperations;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.internal.platform.Platform;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** One thing that a message can ask of a platform. Thread-safe. */
public interface PlatformOperation {

    /** {@return the operation of an endpoint} */
    static PlatformOperation of(PlatformOptions options) {
        return switch (options.operation()) {
            case receive -> new PushReceiver(options.platform());
            case startPushTicket -> within(
                    options, (message, platform) -> platform.startPushTicket().map(none -> new Outcome.Unchanged()));
            case createPreAuthCode -> {
                String redirectUri = options.requireRedirectUri();
                yield within(options, (message, platform) -> platform
                        .createPreAuthCode(redirectUri, options.authType(), options.bizAppId()).map(Outcome.Result::new));
            }
            case queryAuth -> within(
                    options, (message, platform) -> platform.queryAuth(authCode(message)).map(Outcome.Result::new));
            case getAuthorizerInfo -> within(
                    options, (message, platform) -> platform.getAuthorizerInfo(merchant(message)).map(Outcome.Result::new));
            case getAuthorizerList -> within(options, (message, platform) -> {
                TextHeaders headers = new TextHeaders(message);
                int offset = headers.number(WechatMaterialPlatformConstants.OFFSET, 0, 0, Integer.MAX_VALUE);
                int count = headers.number(WechatMaterialPlatformConstants.COUNT, Platform.MAX_PAGE, 1, Platform.MAX_PAGE);
                return platform.getAuthorizerList(offset, count).map(Outcome.Result::new);
            });
        };
    }

    private static PlatformOperation within(PlatformOptions options, BiFunction<Message, Platform, Call<Outcome>> calls) {
        String name = options.operation().name();
        return (exchange, platform, deadline) -> deadline.over(
                name, () -> calls.apply(exchange.getMessage(), platform));
    }

    /**
     * Reads the message and hands the request on, without waiting for anything but the bytes of a push. The failure is
     * an {@code IllegalArgumentException} for the value of a header; nothing was handed on then.
     */
    Call<Outcome> begin(Exchange exchange, Platform platform, Deadline deadline);

    /** Leaves nothing on a message with which nothing could be begun that must not get into an answer. */
    default void notBegun(Exchange exchange) {
        // an answer is none of its business
    }

    private static String authCode(Message message) {
        return new TextHeaders(message).required(
                WechatMaterialPlatformConstants.AUTH_CODE, WechatMaterialPlatformOperations.queryAuth,
                "the authorization code");
    }

    private static String merchant(Message message) {
        String header = WechatMaterialPlatformConstants.MERCHANT;
        return TextHeaders.appId(
                header, new TextHeaders(message).required(
                        header, WechatMaterialPlatformOperations.getAuthorizerInfo, "the AppID of an account"),
                "an AppID");
    }
}
