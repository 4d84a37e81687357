package io.github.camelwechat.material.internal.platform;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.material.internal.platform.HostileWechat.CODE;
import static io.github.camelwechat.material.internal.platform.HostileWechat.COMPONENT_TOKEN;
import static io.github.camelwechat.material.internal.platform.HostileWechat.FOREIGN_REFRESH_TOKEN;
import static io.github.camelwechat.material.internal.platform.HostileWechat.FOREIGN_TOKEN;
import static io.github.camelwechat.material.internal.platform.HostileWechat.GOOD;
import static io.github.camelwechat.material.internal.platform.HostileWechat.REFRESH_TOKEN;
import static io.github.camelwechat.material.internal.platform.HostileWechat.TICKET;
import static io.github.camelwechat.material.internal.platform.HostileWechat.TOKEN;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

/** Answers that WeChat does not give: each call ends, with a failure of ours, and shows no secret. */
class HostileAnswerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE = 30;
    private static final List<String> SECRETS = List.of(
            OpenPlatform.IDENTITY.secret(), OpenPlatform.IDENTITY.secretKey(), TICKET, CODE, REFRESH_TOKEN, TOKEN,
            COMPONENT_TOKEN, HostileWechat.PRE_AUTH_CODE, FOREIGN_TOKEN, FOREIGN_REFRESH_TOKEN, "planted-");
    /** The secrets of each call, which an answer may repeat. */
    private static final Map<String, List<String>> SENT = Map.of(
            "api_component_token", List.of(OpenPlatform.IDENTITY.secret(), TICKET),
            "api_query_auth", List.of(COMPONENT_TOKEN, CODE, OpenPlatform.IDENTITY.secretKey()),
            "api_authorizer_token", List.of(COMPONENT_TOKEN, REFRESH_TOKEN),
            "api_get_authorizer_info", List.of(COMPONENT_TOKEN),
            "api_get_authorizer_list", List.of(COMPONENT_TOKEN),
            "api_create_preauthcode", List.of(COMPONENT_TOKEN),
            "api_start_push_ticket", List.of(OpenPlatform.IDENTITY.secret()));

    private final OpenPlatform wechat = new OpenPlatform();
    private final HostileWechat hostile = new HostileWechat();

    @AfterEach
    void close() {
        wechat.close();
        hostile.close();
    }

    /** Returns answers that differ from a good one in one place. */
    private static List<String> spoilt(String called, String good) throws Exception {
        Set<String> all = new LinkedHashSet<>();
        JsonNode root = JSON.readTree(good);
        spoil(root, root, all);
        String echo = String.join(" ", SENT.get(called));
        for (int errcode : new int[] { -1, 40001, 40013, 42001, 45009, 61003, 61004, 61005, 61009, 61023, 99999 }) {
            all.add("{\"errcode\":" + errcode + ",\"errmsg\":\"" + echo + " rid: 6b038201-19b89cd8-68fb0e6f\"}");
        }
        all.add(good.substring(0, good.length() - 1) + "," + good.substring(1));
        all.add(good + good);
        all.add("{\"data\":" + good + "}");
        all.add("{\"a\":{\"b\":" + good + "}}");
        all.add("[" + good + "]");
        all.add(good.substring(0, good.length() / 2));
        all.add(JSON.writeValueAsString(good));
        all.add(good.replace("\":", "\"="));
        all.add(good.replace('"', '\''));
        if (good.contains(SHOP)) {
            all.add(good.replace(SHOP, "wxother").replace(TOKEN, FOREIGN_TOKEN).replace(REFRESH_TOKEN, FOREIGN_REFRESH_TOKEN));
        }
        all.add("");
        all.add("null");
        all.add("{}");
        all.add("<html>" + good + "</html>");
        all.remove(good);
        return List.copyOf(all);
    }

    private static void spoil(JsonNode root, JsonNode node, Set<String> all) throws Exception {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode value = object.get(name);
                object.remove(name);
                all.add(root.toString());
                for (String other : others()) {
                    object.set(name, JSON.readTree(other));
                    all.add(root.toString());
                }
                object.set(name, value);
                String whole = root.toString();
                // the field twice, and under other names
                all.add(whole.replaceFirst("\"" + name + "\":", "\"" + name + "\":null,\"" + name + "\":"));
                all.add(whole.replaceFirst("\"" + name + "\":", "\"x_" + name + "\":"));
                all.add(whole.replaceFirst("\"" + name + "\":", "\"value\":"));
                spoil(root, value, all);
            }
        } else if (node instanceof ArrayNode array) {
            JsonNode element = array.get(0);
            for (String other : others()) {
                array.set(0, JSON.readTree(other));
                all.add(root.toString());
            }
            array.set(0, element);
            array.add(element);
            all.add(root.toString());
            array.remove(1);
            spoil(root, element, all);
        }
    }

    private static List<String> others() {
        return List.of(
                "null", "true", "0", "-1", "1e400", "9223372036854775807", "99999999999999999999", "2147483648", "0.5", "\"\"",
                "\"  \"", "\"7200\"", "\"\\ud800\"", "\"../wx\"", "\"a text of WeChat\"", "[]", "{}", "[[[[1]]]]", "[null]",
                "{\"id\":11}", "\"" + "x".repeat(2000) + "\"");
    }

    private @Nullable Throwable failureOf(Supplier<? extends Call<?>> call) {
        try {
            Object result = call.get().toFuture().get(PATIENCE, TimeUnit.SECONDS);
            if (result != null && !result.toString().contains("PreAuthCode")) {
                assertThat(result.toString()).doesNotContain(SECRETS);
            }
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("The call has not ended", e);
        }
    }

    private static void assertClear(@Nullable Throwable failure, String answer) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            assertThat(one.toString()).as(answer).doesNotContain(SECRETS);
            if (one instanceof UnexpectedAnswerException unexpected) {
                assertThat(unexpected.getFields().toString()).as(answer).doesNotContain(SECRETS);
            }
            if (one instanceof WechatApiException refused) {
                assertThat(refused.getErrmsg()).as(answer).doesNotContain(SECRETS);
            }
        }
        if (failure != null) {
            assertThat(failure).as(answer).isInstanceOf(WechatMaterialException.class);
            assertThat(failure.getMessage()).as(answer).isNotBlank();
        }
    }

    private void open() {
        wechat.reopenFor(hostile.url());
        OpenPlatform.await(wechat.platform().accept(new PushEvent.Ticket(wechat.now(), TICKET)));
    }

    private void authorize() {
        OpenPlatform.await(wechat.platform().accept(
                new PushEvent.Authorized("authorized", wechat.now(), SHOP, CODE, null)));
    }

    private void assertOwnToken(String answer) {
        assertClear(failureOf(() -> wechat.platform().tokens(SHOP).get(WechatInterface.ADD_MATERIAL).map(token -> {
            assertThat(token.authorization().value()).as(answer).isNotEqualTo(FOREIGN_TOKEN);
            return token;
        })), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "api_component_token", "api_query_auth", "api_authorizer_token", "api_get_authorizer_info",
            "api_get_authorizer_list", "api_create_preauthcode", "api_start_push_ticket" })
    void eachCallEndsAndShowsNoSecret(String called) throws Exception {
        List<String> answers = spoilt(called, GOOD.get(called));
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            for (String answer : answers) {
                hostile.requests.clear();
                hostile.answer(called, answer);
                open();
                // no event: the account is asked for
                assertOwnToken(answer);
                authorize();
                assertOwnToken(answer);
                wechat.forward(Duration.ofSeconds(31));
                // on the way by the list
                hostile.answer("api_get_authorizer_info",
                        called.equals("api_get_authorizer_info")
                                ? answer : GOOD.get("api_get_authorizer_info").replace(REFRESH_TOKEN, ""));
                assertClear(failureOf(() -> wechat.platform().queryAuth(CODE)), answer);
                assertClear(failureOf(() -> wechat.platform().getAuthorizerInfo(SHOP)), answer);
                assertClear(failureOf(() -> wechat.platform().getAuthorizerList(0, 500)), answer);
                assertClear(failureOf(() -> wechat.platform().createPreAuthCode("https://a.example", 1, null)), answer);
                assertClear(failureOf(() -> wechat.platform().startPushTicket()), answer);
                wechat.forward(Duration.ofHours(2));
                assertOwnToken(answer);
                String status = String.valueOf(wechat.platform().status());
                assertThat(status).as(answer).doesNotContain(SECRETS);
                assertThat(hostile.requests).as(answer).noneMatch(
                        request -> request.contains("wxshop") && request.contains(FOREIGN_REFRESH_TOKEN));
                hostile.answerWell();
            }
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(SECRETS);
    }

    @Test
    void informationAboutAnotherAccountIsRefused() {
        hostile.answer("api_get_authorizer_info",
                GOOD.get("api_get_authorizer_info").replace("wxshop", "wxother").replace(REFRESH_TOKEN, FOREIGN_REFRESH_TOKEN));
        open();

        Throwable failure = failureOf(() -> wechat.platform().tokens(SHOP).get(WechatInterface.ADD_MATERIAL));

        assertThat(failure).hasMessageContaining("another account than wxshop");
        assertThat(hostile.requests).noneMatch(request -> request.contains(FOREIGN_REFRESH_TOKEN));
    }

    @Test
    void codeOfAnotherAccountGivesNoToken() {
        hostile.answer("api_query_auth", GOOD.get("api_query_auth").replace("wxshop", "wxother")
                .replace(TOKEN, FOREIGN_TOKEN).replace(REFRESH_TOKEN, FOREIGN_REFRESH_TOKEN));
        open();
        authorize();

        Throwable failure = failureOf(() -> wechat.platform().tokens(SHOP).get(WechatInterface.ADD_MATERIAL));

        assertThat(failure).hasMessageContaining("of another account");
        assertThat(hostile.requests).noneMatch(request -> request.contains(FOREIGN_REFRESH_TOKEN));
        assertThat(wechat.platform().isAuthorized("wxother")).isFalse();
    }
}
