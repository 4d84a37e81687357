package io.github.camelwechat.material.internal.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Promise;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.simulator.platform.TokenLife;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.github.camelwechat.material.internal.platform.OpenPlatform.AUTHORIZER_TOKEN;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.SHOPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Many accounts at once, with tokens that end all the time, while some of them withdraw and authorize anew. */
@Timeout(120)
class ShortLivesTest {

    private static final Pattern ERRCODE = Pattern.compile("\"errcode\":(-?\\d+)");
    private static final Pattern COUNT = Pattern.compile("\"image_count\":\\d+");
    private static final int ROUNDS = 30;

    private final OpenPlatform wechat = new OpenPlatform();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @AfterEach
    void close() {
        threads.shutdownNow();
        wechat.close();
    }

    private Call<String> use(String appId) {
        return wechat.platform().tokens(appId).authorize(
                WechatInterface.GET_MATERIAL_COUNT, authorization -> send(authorization.get()));
    }

    private Call<String> send(Authorization authorization) {
        Promise<String> answer = new Promise<>((self, why) -> {
        });
        http.sendAsync(
                HttpRequest.newBuilder(URI.create(
                        wechat.wechat.url() + "/cgi-bin/material/get_materialcount?access_token=" + authorization.value()))
                        .build(),
                HttpResponse.BodyHandlers.ofString()).whenComplete((response, failure) -> {
                    Matcher errcode = ERRCODE.matcher(failure == null ? response.body() : "\"errcode\":1");
                    if (errcode.find()) {
                        answer.fail(new WechatApiException("count", Integer.parseInt(errcode.group(1)), "x", null));
                    } else {
                        answer.complete(response.body());
                    }
                });
        return answer;
    }

    @Test
    void eachCallWorksWhileTokensEnd() throws Exception {
        wechat.console().authorizerTokenLife(new TokenLife(Duration.ofSeconds(3), Duration.ZERO));
        wechat.takeTicket();
        SHOPS.forEach(wechat::authorize);
        await().until(() -> SHOPS.stream().allMatch(one -> wechat.console().merchants().of(one).refreshToken() != null));
        AtomicBoolean over = new AtomicBoolean();
        Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
        AtomicInteger used = new AtomicInteger();
        List<String> steady = SHOPS.subList(0, SHOPS.size() / 2);
        for (int thread = 0; thread < 8; thread++) {
            Random random = new Random(thread);
            threads.execute(() -> {
                while (!over.get()) {
                    String appId = steady.get(random.nextInt(steady.size()));
                    try {
                        assertThat(OpenPlatform.await(use(appId))).containsPattern(COUNT);
                        used.incrementAndGet();
                    } catch (AssertionError e) {
                        failures.computeIfAbsent(String.valueOf(e.getCause()), why -> new AtomicInteger()).incrementAndGet();
                    }
                }
            });
        }
        List<String> moving = SHOPS.subList(SHOPS.size() / 2, SHOPS.size());
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            String appId = moving.get(random.nextInt(moving.size()));
            Call<String> underWay = use(appId);
            if (wechat.console().merchants().of(appId).authorized()) {
                wechat.withdraw(appId);
                assertThat(wechat.failure(appId)).isInstanceOf(WechatApiException.class);
            } else {
                wechat.authorize(appId);
                OpenPlatform.await(use(appId));
            }
            await().until(underWay::isEnded);
            wechat.forward(Duration.ofMillis(700));
        }
        over.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(failures).isEmpty();
        assertThat(used).hasValueGreaterThan(ROUNDS);
        assertThat(wechat.calls(AUTHORIZER_TOKEN)).isGreaterThan(ROUNDS);
        for (String appId : moving) {
            if (wechat.console().merchants().of(appId).authorized()) {
                OpenPlatform.await(use(appId));
            } else {
                assertThat(wechat.platform().isAuthorized(appId)).isFalse();
            }
        }
    }
}
