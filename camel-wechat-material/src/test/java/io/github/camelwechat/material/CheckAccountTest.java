package io.github.camelwechat.material;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.result.AccountReport;
import io.github.camelwechat.material.result.AccountReport.Library;
import io.github.camelwechat.material.result.AccountReport.Quota;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.journal.JournalEntry;
import io.github.camelwechat.simulator.library.NewsArticle;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The report on an account: what it tells, and the calls that it costs. */
class CheckAccountTest {

    private static final String CHECK = "wechat-material:default?operation=checkAccount";
    private static final String COUNT = "/cgi-bin/material/get_materialcount";
    private static final String LIST = "/cgi-bin/material/batchget_material";
    private static final String QUOTA = "/cgi-bin/openapi/quota/get";
    private static final String NOT_CALLED = "The check does not call it; the first call of a route tells.";
    private static final String USED_UP = "The daily quota is used up: wait until midnight in Beijing, or clear the quota.";

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    private Exchange check() {
        return wechat.upload(CHECK, "whatever", Map.of());
    }

    private AccountReport report() {
        return report(check());
    }

    private static AccountReport report(Exchange result) {
        assertThat(result.getException()).isNull();
        assertThat(result.getMessage().getBody()).isInstanceOf(AccountReport.class);
        return result.getMessage().getBody(AccountReport.class);
    }

    private static AccountReport.Interface of(AccountReport report, String name) {
        return report.interfaces().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private List<String> calls() {
        return wechat.simulator().journal().entries().stream().map(JournalEntry::path).toList();
    }

    private static List<String> afterToken() {
        List<String> calls = new ArrayList<>(List.of(COUNT, LIST));
        for (int i = 0; i < 6; i++) {
            calls.add(QUOTA);
        }
        return calls;
    }

    /** Only the token is reported, and nothing else was called. */
    private static void assertThatOnlyTheTokenIsKnown(AccountReport report, int errcode) {
        assertThat(report.token().accepted()).isFalse();
        assertThat(report.token().errcode()).isEqualTo(errcode);
        assertThat(report.token().errmsg()).isNotBlank();
        assertThat(report.library()).isEmpty();
        assertThat(report.interfaces()).hasSize(6)
                .allSatisfy(one -> {
                    assertThat(one.right()).isEqualTo("unknown");
                    assertThat(one.quota()).isNull();
                    assertThat(one.advice()).isNull();
                });
    }

    @Test
    void goodAccountHasTokenRightsCountsAndRoom() {
        wechat.stored(Samples.png());
        wechat.stored(SmallMedia.amr());
        wechat.simulator().library(Wechat.APP).addNews(NewsArticle.of("t", "c"));

        AccountReport report = report();

        assertThat(report.token()).isEqualTo(new AccountReport.Token(true, 0, null, null, null));
        assertThat(report.interfaces()).extracting(one -> one.name() + " " + one.right() + " " + one.advice()).containsExactly(
                "addMaterial unknown " + NOT_CALLED, "uploadImage unknown " + NOT_CALLED,
                "getMaterial unknown " + NOT_CALLED, "delMaterial unknown " + NOT_CALLED,
                "getMaterialCount allowed null", "batchGetMaterial allowed null");
        assertThat(report.library()).containsExactly(
                new Library("voice", 1, 999, null), new Library("video", 0, 1_000, null),
                new Library("image", 1, 99_998, null), new Library("news", 1, 99_998, null));
    }

    @Test
    void checkCostsOneTokenCallIfNoneIsCached() {
        report();
        assertThat(calls().get(0)).isEqualTo(Wechat.STABLE_TOKEN);
        assertThat(calls().subList(1, 9)).isEqualTo(afterToken()).hasSameSizeAs(calls().subList(1, calls().size()));
        wechat.simulator().journal().clear();

        report();
        assertThat(calls()).isEqualTo(afterToken());
        assertThat(wechat.simulator().journal().entries(LIST)).singleElement()
                .satisfies(call -> assertThat(call.errcode()).isZero());
    }

    @Test
    void checkRunsWithOnePermit() {
        wechat.configuration().setMaxConcurrentRequests(1);
        assertThat(report().token().accepted()).isTrue();
        assertThat(report().token().accepted()).isTrue();
    }

    @Test
    void headerAsksForTheCheck() {
        Exchange result = wechat.upload("wechat-material:default", Samples.png(),
                Map.of(WechatMaterialConstants.OPERATION, "checkAccount", WechatMaterialConstants.MEDIA_ID, "of-earlier"));

        assertThat(report(result).token().accepted()).isTrue();
        assertThat(result.getMessage().getHeaders()).doesNotContainKey(WechatMaterialConstants.MEDIA_ID);
        assertThat(wechat.uploads()).isEmpty();
    }

    @Test
    void wrongSecretIsTheWholeReport() {
        wechat.configuration().setSecret("planted-wrong-secret");

        Exchange result = check();

        AccountReport report = report(result);
        assertThatOnlyTheTokenIsKnown(report, 40125);
        assertThat(report.token().advice())
                .isEqualTo("Check appId and secret, of the account or of its platform, in WeChat's console (case matters).");
        assertThat(report.token().address()).isNull();
        assertThat(calls()).containsExactly(Wechat.STABLE_TOKEN);
        assertThat(report + result.getMessage().getBody(String.class)).doesNotContain("planted");
    }

    @Test
    void addressOffTheWhiteListIsNamed() {
        wechat.simulator().account(Wechat.APP).ipWhitelist(List.of("203.0.113.7"));

        AccountReport report = report();

        assertThatOnlyTheTokenIsKnown(report, 40164);
        assertThat(report.token().address()).isEqualTo("127.0.0.1");
        assertThat(report.token().advice()).isEqualTo("Add 127.0.0.1 to the IP white list in WeChat's console.");
        assertThat(calls()).containsExactly(Wechat.STABLE_TOKEN);
    }

    @Test
    void addressIsAlsoNamedWhileTheTokenIsCached() {
        report();
        wechat.simulator().journal().clear();
        wechat.simulator().account(Wechat.APP).ipWhitelist(List.of("203.0.113.7"));

        AccountReport report = report();

        assertThatOnlyTheTokenIsKnown(report, 40164);
        assertThat(report.token().address()).isEqualTo("127.0.0.1");
        assertThat(calls()).containsExactly(COUNT);
    }

    @Test
    void fixedTokenThatWechatDoesNotKnowIsRefused() {
        Exchange result = wechat.upload(
                "wechat-material:wx?accessToken=planted-token&apiUrl=" + wechat.simulator().url() + "&operation=checkAccount",
                null, Map.of());

        AccountReport report = report(result);
        assertThat(report.token().errcode()).isIn(40001, 40014);
        assertThatOnlyTheTokenIsKnown(report, report.token().errcode());
        assertThat(calls()).containsExactly(COUNT);
        assertThat(report + result.getMessage().getBody(String.class)).doesNotContain("planted");
    }

    @Test
    void expiredTokenIsRenewed() {
        report();
        wechat.simulator().tokens().expire(Wechat.APP);

        assertThat(report().token().accepted()).isTrue();
        assertThat(wechat.tokenCalls()).isEqualTo(2);
    }

    @Test
    void forbiddenCountLeavesTheOtherPartsKnown() {
        wechat.simulator().account(Wechat.APP).forbid(COUNT).dailyLimit(Wechat.ADD_MATERIAL, 5);

        AccountReport report = report();

        assertThat(report.token().accepted()).isTrue();
        assertThat(of(report, "getMaterialCount").right()).isEqualTo("48001");
        assertThat(of(report, "getMaterialCount").advice()).startsWith("getMaterialCount: WeChat answered 48001")
                .endsWith("The account has no right to this interface; unverified accounts lack most of them.");
        assertThat(of(report, "batchGetMaterial").right()).isEqualTo("allowed");
        assertThat(of(report, "addMaterial").quota()).isEqualTo(new Quota(5, 0, 5));
        assertThat(report.library()).isEmpty();
    }

    @Test
    void forbiddenListIsReported() {
        wechat.simulator().account(Wechat.APP).forbid(LIST);

        AccountReport report = report();

        assertThat(of(report, "batchGetMaterial").right()).isEqualTo("48001");
        assertThat(of(report, "getMaterialCount").right()).isEqualTo("allowed");
        assertThat(report.library()).hasSize(4);
    }

    @Test
    void quotaIsThatOfEachInterface() {
        wechat.simulator().account(Wechat.APP).dailyLimit(Wechat.ADD_MATERIAL, 1).dailyLimit(COUNT, 100);
        wechat.stored(Samples.png());

        AccountReport report = report();

        assertThat(of(report, "addMaterial").quota()).isEqualTo(new Quota(1, 1, 0));
        assertThat(of(report, "addMaterial").advice()).isEqualTo(NOT_CALLED + " " + USED_UP);
        assertThat(of(report, "getMaterialCount").quota()).isEqualTo(new Quota(100, 1, 99));
        assertThat(of(report, "getMaterialCount").advice()).isNull();
    }

    @Test
    void usedUpQuotaOfTheCountIsNoRight() {
        wechat.simulator().account(Wechat.APP).dailyLimit(COUNT, 0);

        AccountReport.Interface count = of(report(), "getMaterialCount");

        assertThat(count.right()).isEqualTo("unknown");
        assertThat(count.advice()).startsWith("getMaterialCount: WeChat answered 45009").endsWith(USED_UP);
    }

    @Test
    void quotaThatIsRefusedForAPathTellsTheRight() {
        wechat.simulator().faults().nth(QUOTA, 4, Fault.errcode(76022));

        AccountReport report = report();

        assertThat(of(report, "delMaterial").right()).isEqualTo("48001");
        assertThat(of(report, "delMaterial").quota()).isNull();
        assertThat(of(report, "delMaterial").advice())
                .startsWith("The quota is not known: getApiQuota: WeChat answered 76022");
        assertThat(report.interfaces()).filteredOn(one -> one.right().equals("48001")).hasSize(1);
    }

    @Test
    void refusedQuotaInterfaceTellsNoRight() {
        wechat.simulator().account(Wechat.APP).forbid(QUOTA);

        AccountReport report = report();

        assertThat(report.interfaces()).extracting(AccountReport.Interface::quota).containsOnlyNulls();
        assertThat(report.interfaces()).extracting(AccountReport.Interface::right).containsExactly(
                "unknown", "unknown", "unknown", "unknown", "allowed", "allowed");
        assertThat(of(report, "batchGetMaterial").advice()).startsWith("The quota is not known: ");
        assertThat(wechat.simulator().journal().count(QUOTA)).isEqualTo(6);
    }

    @Test
    void foreignAndLostAnswersAreParts() {
        wechat.simulator().faults().next(COUNT, Fault.status(502));
        wechat.simulator().faults().next(LIST, Fault.answerLost());
        wechat.simulator().faults().next(QUOTA, Fault.garbage());

        AccountReport report = report();

        assertThat(report.token().accepted()).isTrue();
        assertThat(of(report, "getMaterialCount").right()).isEqualTo("unknown");
        assertThat(of(report, "getMaterialCount").advice()).contains("502");
        assertThat(of(report, "batchGetMaterial").right()).isEqualTo("unknown");
        assertThat(of(report, "batchGetMaterial").advice()).startsWith("batchGetMaterial: ");
        assertThat(of(report, "addMaterial").quota()).isNull();
        assertThat(of(report, "uploadImage").quota()).isNotNull();
        assertThat(report.library()).isEmpty();
    }

    @Test
    void checkWithoutAConnectionFails() {
        wechat.configuration().setApiUrl("http://127.0.0.1:1");

        assertThat(check().getException()).isInstanceOf(NotSentException.class);
    }

    @Test
    void checkWithoutTimeFails() {
        wechat.configuration().setRequestTimeout(Duration.ofMillis(700).toMillis());
        wechat.simulator().faults().hold(COUNT);

        assertThat(check().getException()).isInstanceOf(NotSentException.class).hasMessageContaining("requestTimeout");
    }

    @Test
    void reportConvertsToJson() {
        wechat.simulator().account(Wechat.APP).dailyLimit(Wechat.ADD_MATERIAL, 5);

        Exchange result = check();

        String json = Objects.requireNonNull(result.getMessage().getBody(String.class));
        assertThat(json).startsWith("{\"token\":{\"accepted\":true,\"errcode\":0},\"interfaces\":[{\"name\":\"addMaterial\","
                                    + "\"right\":\"unknown\",\"quota\":{\"daily_limit\":5,\"used\":0,\"remain\":5},\"advice\":")
                .contains("\"library\":[{\"type\":\"voice\",\"count\":0,\"room\":1000},").doesNotContain("null");
        assertThat((Map<?, ?>) result.getMessage().getBody(Map.class)).hasSize(3);
        assertThat(json).doesNotContain(Wechat.SECRET);
        assertThat(wechat.simulator().tokens().valid(Wechat.APP)).isNotEmpty()
                .noneMatch(token -> json.contains(token));
    }
}
