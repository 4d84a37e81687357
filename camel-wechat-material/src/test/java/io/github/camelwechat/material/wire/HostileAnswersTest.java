package io.github.camelwechat.material.wire;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.WechatMaterialAccount;
import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each hostile answer to each operation, to each call for a token, and to a proxy's CONNECT: the call ends in time and
 * with the exception that says no more than is known, the single permit is free for the next call, and no text shows
 * what is secret.
 */
class HostileAnswersTest {

    /** With characters that each encoding writes in its own way. */
    private static final String SECRET = "PLANTED-secret &+=%41<\"'\\/;z";
    private static final String TOKEN = "70_PLANTED-token&+=%41<\"'\\/;z";
    private static final String PROXY_USER = "PLANTED-user";
    private static final String PROXY_PASSWORD = "PLANTED-password\"'<&%z";
    private static final String BASIC
            = Base64.getEncoder().encodeToString((PROXY_USER + ":" + PROXY_PASSWORD).getBytes(UTF_8));
    private static final int CALLS_AT_ONCE = 24;
    /** Surplus bytes of a server may spoil the next request on the connection, which is then not sent. */
    private static final int MATERIAL_TRIES = 2;
    /** Until the call for the token that fails has ended. */
    private static final int TOKEN_TRIES = 8;
    private static final long REQUEST_TIMEOUT = 4000;
    /** Of a call, on a machine that has other things to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern ESCAPED
            = Pattern.compile("%([0-9a-fA-F]{2})|&#x([0-9a-fA-F]{1,4});|\\\\u([0-9a-fA-F]{4})|&#([0-9]{1,5});");

    private final PrintStream realError = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final WechatMaterialComponent component = new WechatMaterialComponent();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLS_AT_ONCE);
    private final Map<String, WechatMaterialAccount> accounts = new ConcurrentHashMap<>();
    private ProducerTemplate template;

    @BeforeEach
    void start() {
        System.setErr(new PrintStream(log, true, UTF_8));
        component.setAccounts(accounts);
        context.addComponent("wechat-material", component);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() throws Exception {
        callers.shutdownNow();
        context.close();
        System.setErr(realError);
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(HostileAnswer.all()).hasSizeGreaterThan(150).extracting(HostileAnswer::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "addMaterial", "uploadImage", "getMaterial", "delMaterial", "getMaterialCount", "batchGetMaterial" })
    void operationEndsAsTheAnswerTells(String operation) throws Exception {
        eachEndsWell(shape -> {
            WechatMaterialAccount account = account();
            account.setAccessToken(TOKEN);
            try (Attempt attempt = new Attempt(shape, account, operation)) {
                attempt.endsWith(ofOperation(shape.ends(), operation));
                attempt.nextSucceeds(MATERIAL_TRIES);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "stable", "classic" })
    void callForATokenEndsAsTheAnswerTells(String credentials) throws Exception {
        eachEndsWell(shape -> {
            WechatMaterialAccount account = account();
            account.setAppId("wx1");
            account.setSecret(SECRET);
            account.setCredentials(credentials);
            try (Attempt attempt = new Attempt(shape, account, "addMaterial")) {
                if (shape.ends() == HostileAnswer.Ends.GOOD) {
                    // the upload may have the connection of the token, and find its surplus bytes there
                    attempt.nextSucceeds(MATERIAL_TRIES);
                } else {
                    attempt.endsWith(ofToken(shape.ends()));
                }
                // a refusal is believed for a while
                if (shape.ends() != HostileAnswer.Ends.REFUSED) {
                    attempt.nextSucceeds(TOKEN_TRIES);
                }
            }
        });
    }

    @Test
    void nothingIsSentThroughAProxyThatAnswersSo() throws Exception {
        eachEndsWell(shape -> {
            WechatMaterialAccount account = account();
            account.setAccessToken(TOKEN);
            account.setApiUrl("https://wechat.example");
            account.setProxyHost("127.0.0.1");
            account.setProxyAuthUsername(PROXY_USER);
            account.setProxyAuthPassword(PROXY_PASSWORD);
            try (Attempt attempt = new Attempt(shape, account, "addMaterial")) {
                attempt.endsWith(NotSentException.class);
            }
        });
    }

    private static Class<? extends Exception> ofOperation(HostileAnswer.Ends ends, String operation) {
        return switch (ends) {
            case GOOD -> null;
            case REFUSED -> WechatApiException.class;
            case UNEXPECTED -> UnexpectedAnswerException.class;
            case UNKNOWN -> UnknownOutcomeException.class;
            case UNEXPECTED_OR_FILE -> operation.equals("getMaterial") ? null : UnexpectedAnswerException.class;
            case FAILED -> WechatMaterialException.class;
        };
    }

    private static Class<? extends Exception> ofToken(HostileAnswer.Ends ends) {
        return switch (ends) {
            case REFUSED -> WechatApiException.class;
            case FAILED -> WechatMaterialException.class;
            default -> NotSentException.class;
        };
    }

    private interface Check {
        void of(HostileAnswer shape) throws Exception;
    }

    private void eachEndsWell(Check check) throws Exception {
        List<Future<String>> results = new ArrayList<>();
        for (HostileAnswer shape : HostileAnswer.all()) {
            results.add(callers.submit(() -> {
                try {
                    check.of(shape);
                    return null;
                } catch (AssertionError | Exception e) {
                    return shape + ": " + e;
                }
            }));
        }
        List<String> problems = new ArrayList<>();
        for (Future<String> result : results) {
            if (result.get() != null) {
                problems.add(result.get());
            }
        }
        assertThat(problems).isEmpty();
        holdsNoSecret(log.toString(UTF_8));
    }

    private static WechatMaterialAccount account() {
        WechatMaterialAccount account = new WechatMaterialAccount();
        account.setMaxConcurrentRequests(1);
        account.setConnectTimeout(1500L);
        account.setResponseTimeout(1500L);
        account.setRequestTimeout(REQUEST_TIMEOUT);
        return account;
    }

    private static void holdsNoSecret(String text) {
        String decoded = text;
        for (int i = 0; i < 3; i++) {
            assertThat(decoded.toLowerCase(Locale.ROOT)).doesNotContain("planted", BASIC.toLowerCase(Locale.ROOT));
            decoded = decoded(decoded);
        }
    }

    private static String decoded(String text) {
        return ESCAPED.matcher(text).replaceAll(escape -> {
            String hex = Stream.of(1, 2, 3).map(escape::group).filter(group -> group != null).findFirst().orElse(null);
            int code = hex == null ? Integer.parseInt(escape.group(4)) : Integer.parseInt(hex, 16);
            return Matcher.quoteReplacement(Character.toString(code));
        });
    }

    /** A server that answers so once, and well from then on, and an account that asks it. */
    private final class Attempt implements AutoCloseable {

        private final AtomicInteger connections = new AtomicInteger();
        private final RawServer server;
        private final String uri;

        Attempt(HostileAnswer shape, WechatMaterialAccount account, String operation) throws Exception {
            server = new RawServer(connection -> {
                if (connections.getAndIncrement() == 0) {
                    shape.talk().hold(connection);
                } else {
                    connection.readRequest();
                    connection.lastAnswer(HostileAnswer.GOOD);
                }
            });
            if (account.getProxyHost() == null) {
                account.setApiUrl(server.url());
            } else {
                account.setProxyPort(server.port());
            }
            String alias = "port-" + server.port();
            accounts.put(alias, account);
            uri = "wechat-material:" + alias + "?type=image&allowDeleteByHeader=true&operation=" + operation;
        }

        private Exchange send() {
            return template.request(uri, exchange -> {
                exchange.getMessage().setBody(Samples.png());
                exchange.getMessage().setHeader(WechatMaterialConstants.MEDIA_ID, "M");
            });
        }

        void endsWith(Class<? extends Exception> expected) {
            long start = System.nanoTime();
            Exchange exchange = send();
            Exception failure = exchange.getException();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
            if (failure != null && expected == WechatMaterialException.class) {
                assertThat(failure).isInstanceOf(expected);
            } else if (failure != null || !mayHaveBeenSentAgain(expected)) {
                assertThat(failure == null ? null : failure.getClass()).as("%s", failure).isEqualTo(expected);
            }
            if (failure instanceof NotSentException) {
                assertThat(server.requests()).as("whole requests, which were for a token, or for the proxy")
                        .noneMatch(request -> request.requestLine().contains("access_token="));
            }
            holdsNoSecret(exchange.getMessage().getHeaders().toString());
            if (failure != null) {
                holdsNoSecret(failure + Throwables.getStackTrace(failure));
            }
            if (failure instanceof UnexpectedAnswerException unexpected) {
                holdsNoSecret(unexpected.getFields().toString());
            }
        }

        /** A GET changes nothing: it goes out once more where its connection ends amid the answer. */
        private boolean mayHaveBeenSentAgain(Class<? extends Exception> expected) {
            return expected == WechatMaterialException.class || (expected != null && connections.get() > 1
                    && server.requests().get(0).requestLine().startsWith("GET"));
        }

        void nextSucceeds(int tries) {
            Exception failure = null;
            for (int i = 0; i < tries; i++) {
                failure = send().getException();
                if (failure == null) {
                    return;
                }
            }
            assertThat(failure).as("the next call").isNull();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
