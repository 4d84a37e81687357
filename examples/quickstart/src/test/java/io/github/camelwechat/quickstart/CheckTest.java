package io.github.camelwechat.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.material.result.AccountReport;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code --check}: the lines that it prints, and its exit code. */
class CheckTest {

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final String COUNT = "/cgi-bin/material/get_materialcount";
    private static final String CAN_WORK = "\nUploads can work, as far as is known.\n";
    private static final String CANNOT_WORK = "\nUploads cannot work now: see above.\n";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void account() {
        settings.put(Account.APP_ID, WechatSimulatorExtension.APP_ID);
        settings.put(Account.SECRET, WechatSimulatorExtension.SECRET);
        settings.put(Account.API_URL, wechat.url());
    }

    private int check(String... more) {
        printed.reset();
        String[] words = new String[more.length + 1];
        words[0] = "--check";
        System.arraycopy(more, 0, words, 1, more.length);
        return new Quickstart(new PrintStream(printed, true, StandardCharsets.UTF_8), settings::get).run(words);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private void assertThatUploadsCanWork() {
        assertThat(check()).as(printed()).isZero();
        assertThat(printed()).endsWith(CAN_WORK);
    }

    private void assertThatUploadsCannotWork(String... lines) {
        assertThat(check()).as(printed()).isOne();
        assertThat(printed()).endsWith(CANNOT_WORK).contains(lines);
    }

    @Test
    void goodAccountHasNoObstacle() {
        wechat.account("wxdemo").dailyLimit(ADD_MATERIAL, 1000);

        assertThatUploadsCanWork();

        assertThat(printed()).startsWith("Checking account wxdemo at " + wechat.url() + "\n\nToken: accepted\n")
                .contains("\naddMaterial       unknown  1,000 of 1,000\nuploadImage ")
                .contains("\n  addMaterial, uploadImage, getMaterial, delMaterial: The check does not call it;")
                .contains("\ngetMaterialCount  allowed  ").contains("\nimage             0        100,000\n")
                .doesNotContain("secret");
        assertThat(wechat.journal().count(ADD_MATERIAL)).isZero();
    }

    @Test
    void simulatorIsCheckedWithoutSettings() {
        settings.clear();
        assertThatUploadsCanWork();
        assertThat(printed()).doesNotContain("only-known");
    }

    @Test
    void refusedTokenIsAnObstacle() {
        settings.put(Account.SECRET, "not-the-secret-0123456789abcdef0");
        assertThatUploadsCannotWork("Token: refused, 40125 invalid appsecret", "\n  Check appId and secret");
        assertThat(printed()).doesNotContain("not-the-secret");
    }

    @Test
    void addressOffTheWhiteListIsNamed() {
        wechat.account("wxdemo").ipWhitelist(List.of("203.0.113.7"));
        assertThatUploadsCannotWork("Token: refused, 40164", "\n  Add 127.0.0.1 to the IP white list in WeChat's console.\n");
    }

    @Test
    void missingRightIsAnObstacle() {
        wechat.account("wxdemo").forbid(COUNT);
        assertThatUploadsCannotWork("\ngetMaterialCount  48001    ");
    }

    @Test
    void usedUpQuotaOfUploadsIsAnObstacle() {
        wechat.account("wxdemo").dailyLimit(ADD_MATERIAL, 0);
        assertThatUploadsCannotWork("\naddMaterial       unknown  0 of 0\n");
    }

    @Test
    void usedUpQuotaOfTheCountIsNone() {
        wechat.account("wxdemo").dailyLimit(COUNT, 0);
        assertThatUploadsCanWork();
        assertThat(printed()).doesNotContain("ROOM FOR");
    }

    @Test
    void libraryWithoutRoomForAnythingIsAnObstacle() {
        assertThat(report(0, 0).findsAnObstacle()).isTrue();
        assertThat(report(0, 1).findsAnObstacle()).isFalse();
    }

    private static ReportText report(int roomForVoices, int roomForImages) {
        return new ReportText(
                new AccountReport(
                        new AccountReport.Token(true, 0, null, null, null), List.of(),
                        List.of(new AccountReport.Library("voice", 1000, roomForVoices, null),
                                new AccountReport.Library("image", 100_000, roomForImages, null))));
    }

    @Test
    void unreachableHostIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put(Account.API_URL, "http://127.0.0.1:" + taken.getLocalPort());
        }
        assertThat(check()).isOne();
        assertThat(printed()).contains("No access token").endsWith("Check WECHAT_API_URL, the network and the proxy.\n");
    }

    @Test
    void lostAnswersAreNoObstacle() {
        wechat.faults().always(COUNT, Fault.status(502));
        assertThatUploadsCanWork();
    }

    @Test
    void checkStandsAlone() {
        assertThat(check("--watch")).isEqualTo(2);
        assertThat(printed()).startsWith("--check uploads nothing, so it stands alone. Usage: ");
        settings.put(Account.API_URL, "ftp://wechat.example");
        assertThat(check()).isEqualTo(2);
    }
}
