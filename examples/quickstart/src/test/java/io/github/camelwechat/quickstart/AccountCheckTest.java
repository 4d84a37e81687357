package io.github.camelwechat.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.rule.AccountState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Failures outside the files leave them in their folder; the same command uploads them after the repair. */
class AccountCheckTest {

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final String COUNT = "/cgi-bin/material/get_materialcount";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final Path inbox;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Map<String, String> settings = new HashMap<>();

    AccountCheckTest(@TempDir Path inbox) {
        this.inbox = inbox;
    }

    @BeforeEach
    void twoPicturesAndAVideo() throws Exception {
        for (String sample : List.of("camel.png", "walk.mp4", "walk.json", "thumb/cover.jpg")) {
            Files.createDirectories(inbox.resolve(sample).getParent());
            try (InputStream in = AccountCheckTest.class.getResourceAsStream("/media/" + sample)) {
                Files.copy(in, inbox.resolve(sample));
            }
        }
        settings.put(Account.APP_ID, WechatSimulatorExtension.APP_ID);
        settings.put(Account.SECRET, WechatSimulatorExtension.SECRET);
        settings.put(Account.API_URL, wechat.url());
    }

    @Test
    void wrongSecretMovesNothing() throws Exception {
        settings.put(Account.SECRET, "not-the-secret-0123456789abcdef0");
        assertThatNothingIsMoved("WeChat answered 40125 invalid appsecret", "Check appId and secret");
        assertThat(printed()).doesNotContain("not-the-secret");

        settings.put(Account.SECRET, WechatSimulatorExtension.SECRET);
        assertThatAllIsUploaded();
    }

    @Test
    void wrongAppIdMovesNothing() throws Exception {
        settings.put(Account.APP_ID, "wx0123456789abcdef");
        assertThatNothingIsMoved("WeChat answered 40013");
    }

    @Test
    void addressThatIsNotListedMovesNothing() throws Exception {
        wechat.account("wxdemo").ipWhitelist(List.of("203.0.113.7"));
        assertThatNothingIsMoved("WeChat answered 40164", "127.0.0.1", "IP white list");

        wechat.account("wxdemo").ipWhitelist(List.of());
        assertThatAllIsUploaded();
    }

    @Test
    void addressThatOnlyMaterialCallsRefuseMovesNothing() throws Exception {
        wechat.faults().always(COUNT, Fault.errcode(40164));
        assertThatNothingIsMoved("getMaterialCount: WeChat answered 40164", "IP white list");
    }

    @Test
    void frozenAccountMovesNothing() throws Exception {
        for (AccountState state : List.of(AccountState.SECRET_FROZEN, AccountState.PUNISHED, AccountState.FROZEN)) {
            wechat.account("wxdemo").state(state);
            assertThatNothingIsMoved("getStableAccessToken: WeChat answered " + switch (state) {
                case SECRET_FROZEN -> 40243;
                case PUNISHED -> 50004;
                default -> 50007;
            });
        }
    }

    @Test
    void accountWithoutTheRightToMaterialMovesNothing() throws Exception {
        wechat.account("wxdemo").forbid(COUNT).forbid(ADD_MATERIAL);
        assertThatNothingIsMoved("WeChat answered 48001", "no right to this interface");
    }

    @Test
    void unreachableHostMovesNothing() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put(Account.API_URL, "http://127.0.0.1:" + taken.getLocalPort());
        }
        assertThatNothingIsMoved("No access token");
    }

    @Test
    void hostThatIsNotWechatMovesNothing() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<html>Welcome</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            settings.put(Account.API_URL, "http://127.0.0.1:" + other.getAddress().getPort());
            assertThatNothingIsMoved("is not a JSON object", "Check WECHAT_API_URL");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void hostThatDoesNotSpeakTlsMovesNothing() throws Exception {
        settings.put(Account.API_URL, wechat.url().replace("http:", "https:"));
        assertThatNothingIsMoved("No access token");
    }

    @Test
    void usedUpQuotaOfTheCheckItselfIsNoObstacle() throws Exception {
        wechat.account("wxdemo").dailyLimit(COUNT, 0);
        assertThatAllIsUploaded();
    }

    @Test
    void refusalOfEachUploadLeavesTheFiles() throws Exception {
        for (int code : new int[] { 40164, 45009, 45034, 48001, 50002, 45011 }) {
            wechat.faults().clear();
            wechat.faults().always(ADD_MATERIAL, Fault.errcode(code));
            List<String> before = files();
            assertThat(run()).as(printed()).isOne();
            assertThat(printed()).contains("stayed     failed: addMaterial: WeChat answered " + code)
                    .endsWith(
                            "3 failed for reasons that do not lie in the files: they stayed in the folder, for the next run\n");
            assertThat(files()).isEqualTo(before);
        }
        wechat.faults().clear();
        assertThatAllIsUploaded();
    }

    @Test
    void refusalOfOneFileMovesThatOneOnly() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.errcode(40137));
        assertThat(run()).as(printed()).isZero();
        assertThat(printed()).endsWith("2 stored, 1 refused\n");
    }

    @Test
    void lostAnswerMovesTheFile() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.answerLost());
        assertThat(run()).as(printed()).isOne();
        assertThat(files()).filteredOn(file -> file.contains(".failed")).isNotEmpty();
        assertThat(printed()).contains("1 perhaps stored");
    }

    @Test
    void filesThatEarlierRunsSetAsideAreMentioned() throws Exception {
        wechat.faults().always(ADD_MATERIAL, Fault.errcode(40137));
        assertThat(run()).as(printed()).isZero();
        assertThat(run()).as(printed()).isZero();
        assertThat(printed()).endsWith(
                "The folder holds nothing to upload.\n3 files of earlier runs are in .failed: look into the library,"
                                       + " then move back what is to be tried again.\n");
    }

    private int run() {
        printed.reset();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Quickstart(out, settings::get).run("--folder", inbox.toString());
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private void assertThatNothingIsMoved(String... texts) throws IOException {
        List<String> before = files();
        assertThat(run()).as(printed()).isOne();
        assertThat(printed()).contains("no file was moved").contains(texts).doesNotContain("Exception", "\tat ");
        assertThat(files()).isEqualTo(before);
        assertThat(wechat.journal().count(ADD_MATERIAL)).isZero();
    }

    private void assertThatAllIsUploaded() throws IOException {
        assertThat(run()).as(printed()).isZero();
        assertThat(printed()).endsWith("3 stored, 0 refused\n");
        assertThat(files()).containsExactly(".done/camel.png", ".done/walk.json", ".done/walk.mp4", "thumb/.done/cover.jpg");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(inbox)) {
            return files.filter(Files::isRegularFile).map(file -> inbox.relativize(file).toString().replace('\\', '/'))
                    .sorted().toList();
        }
    }
}
