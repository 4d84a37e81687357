package io.github.camelwechat.material.internal.platform;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.github.camelwechat.material.internal.platform.OpenPlatform.COMPONENT_TOKEN;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.QUERY_AUTH;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Thousands of accounts: few calls at once, each account in its turn, and nothing is kept of those that nobody knows.
 */
@Timeout(120)
class PendingAndUnknownMerchantsTest {

    private static final int MERCHANTS = 3000;
    private static final int PENDING = 1000;
    private static final int AT_ONCE = 4;
    private static final int UNKNOWN = 100_000;
    private static final long MAX_KEPT_BYTES = 4 << 20;

    private final OpenPlatform wechat = new OpenPlatform();

    @AfterEach
    void close() {
        wechat.close();
    }

    private void authorize(int from, int to) {
        IntStream.range(from, to).mapToObj(number -> wechat.platform().accept(
                new PushEvent.Authorized("authorized", wechat.now(), "wx" + number, "queryauthcode@@@" + number, null)))
                .toList().forEach(OpenPlatform::await);
    }

    @Test
    void codesAreRedeemedAFewAtATimeAndAllOfThem() {
        authorize(0, MERCHANTS / 2);
        authorize(MERCHANTS / 2, MERCHANTS);
        wechat.wechat.faults().always(QUERY_AUTH, Fault.errcode(61003));
        try (Gate answers = wechat.wechat.faults().hold(QUERY_AUTH)) {
            wechat.takeTicket();
            await().until(() -> answers.held() == AT_ONCE);
        }
        await().until(() -> wechat.calls(QUERY_AUTH) == MERCHANTS);
        assertThat(wechat.calls(COMPONENT_TOKEN)).isOne();
        assertThat(wechat.platform().isAuthorized("wx7")).isFalse();
    }

    @Test
    void refusedPlatformIsNotAskedForEachOfThem() {
        wechat.wechat.faults().always(COMPONENT_TOKEN, Fault.errcode(61004));
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            authorize(0, PENDING);
            wechat.takeTicket();
            await().until(() -> wechat.calls(COMPONENT_TOKEN) == 1);
            await().until(() -> !wechat.platform().status().working());
            assertThat(wechat.failure("wx7")).hasMessageContaining("61004");
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("is not known yet")))
                .hasSizeLessThanOrEqualTo(AT_ONCE);
        assertThat(wechat.calls(COMPONENT_TOKEN)).isOne();

        wechat.wechat.faults().clear();
        wechat.wechat.faults().always(QUERY_AUTH, Fault.errcode(61003));
        wechat.forward(Duration.ofSeconds(1));
        wechat.takeTicket();
        await().until(() -> wechat.calls(QUERY_AUTH) == PENDING);
    }

    @Test
    void withdrawnAccountsAreNotAskedFor() {
        authorize(0, PENDING);
        try (Gate answers = wechat.wechat.faults().hold(QUERY_AUTH)) {
            wechat.takeTicket();
            await().until(() -> answers.held() == AT_ONCE);
            wechat.forward(Duration.ofSeconds(1));
            IntStream.range(0, PENDING)
                    .mapToObj(number -> wechat.platform().accept(new PushEvent.Unauthorized(wechat.now(), "wx" + number)))
                    .toList().forEach(OpenPlatform::await);
        }
        wechat.authorize(SHOP);
        wechat.token(SHOP);
        // where one of the first withdraws, another one has its turn
        assertThat(wechat.calls(QUERY_AUTH)).isLessThan(PENDING / 10);
    }

    @Test
    void unknownAccountsLeaveNothing() {
        AccessTokens used = wechat.platform().tokens(SHOP);
        List<WeakReference<AccessTokens>> unused = new ArrayList<>();
        long before = usedBytes();
        for (int number = 0; number < UNKNOWN; number++) {
            AccessTokens tokens = wechat.platform().tokens("wxunknown" + number);
            if (number % 1000 == 0) {
                Call<?> failed = tokens.get(WechatInterface.ADD_MATERIAL);
                await().until(failed::isEnded);
                unused.add(new WeakReference<>(tokens));
            }
        }
        await().until(() -> {
            System.gc();
            return unused.stream().noneMatch(tokens -> tokens.get() != null);
        });
        assertThat(wechat.platform().tokens(SHOP)).isSameAs(used);
        // takes those that are gone off its list
        await().untilAsserted(() -> {
            wechat.platform().tokens("wxlast");
            assertThat(usedBytes() - before).isLessThan(MAX_KEPT_BYTES);
        });
    }

    private static long usedBytes() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
