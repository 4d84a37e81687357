package io.github.camelwechat.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.library.Material;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.push.Push;
import org.apache.camel.builder.NotifyBuilder;

/**
 * The application beside a simulator, which is WeChat and the administrators of two accounts: from the first ticket to
 * a withdrawal.
 */
public final class PlatformExample {

    private static final String SECRET = "only-known-to-the-simulator";
    private static final String BAKERY = "wxbakery";
    private static final String TEAHOUSE = "wxteahouse";
    private static final List<String> MERCHANTS = List.of(BAKERY, TEAHOUSE);
    private static final List<String> FIRST = List.of("camel.bmp", "camel.png", "tune.mp3", "walk.gif");
    private static final String SECOND = "tune.amr";
    private static final String THIRD = "骆驼.jpg";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UPLOAD = "/cgi-bin/material/add_material";
    private static final String TOKEN_CALL = "/cgi-bin/component/api_authorizer_token";
    private static final String CODE_CALL = "/cgi-bin/component/api_query_auth";

    private final PrintStream out;
    private final Path folder;
    private final int port = freePort();

    PlatformExample(PrintStream out, Path folder) throws IOException {
        this.out = out;
        this.folder = folder;
    }

    public static void main(String[] words) throws Exception {
        System.exit(new PlatformExample(System.out, Path.of("target", "platform")).run());
    }

    /** {@return 0 if the libraries hold what they should} */
    int run() throws Exception {
        delete(folder);
        Files.createDirectories(folder);
        try (WechatSimulator wechat = WechatSimulator.builder().app(BAKERY, SECRET).app(TEAHOUSE, SECRET)
                .platform("wxplatform", SECRET)
                .platform("wxplatform", platform -> platform.callbackUrl(Provider.pushUrl(port))).start()) {
            // as far away as the real one
            wechat.faults().latency(UPLOAD, Duration.ofMillis(200));
            Platform platform = wechat.platform("wxplatform");
            try (Provider provider = start(wechat, platform)) {
                authorize(provider, platform);
                wechat.journal().awaitEntries(CODE_CALL, MERCHANTS.size(), PATIENCE);
                upload(provider, wechat, platform);
            }
            try (Provider provider = start(wechat, platform)) {
                goOn(provider, wechat);
                withdraw(provider, platform);
            }
            return tell(wechat) && wechat.journal().count(CODE_CALL) == MERCHANTS.size() ? 0 : 1;
        }
    }

    private Provider start(WechatSimulator wechat, Platform platform) {
        return new Provider(wechat.url(), platform, SECRET, port, folder);
    }

    private void authorize(Provider provider, Platform platform) throws Exception {
        out.println("1. WeChat pushes the first ticket:");
        Push ticket = platform.tickets().push();
        Administrator.requireDelivered(ticket);
        out.printf("   %s: %s%n", ticket.url(), ticket.attempts().get(0).answer());
        out.printf("2. The administrators find these links on %s, and agree:%n", provider.page());
        for (String merchant : MERCHANTS) {
            Administrator administrator = new Administrator(merchant, platform);
            URI link = administrator.link(provider.page());
            out.printf("   %s%n", link);
            administrator.agree(link);
        }
    }

    private void upload(Provider provider, WechatSimulator wechat, Platform platform) throws Exception {
        out.println("3. Files of both are uploaded, and meanwhile their access tokens end:");
        NotifyBuilder files = provider.files(FIRST.size() * MERCHANTS.size());
        Inbox inbox = new Inbox(folder.resolve("inbox"));
        // two have arrived when the tokens end, and the others wait for their turn
        try (Gate answers = wechat.faults().hold(UPLOAD)) {
            for (String sample : FIRST) {
                inbox.put(sample, MERCHANTS);
            }
            answers.awaitHeld(Provider.MAX_CONCURRENT_REQUESTS, PATIENCE);
            MERCHANTS.forEach(platform.authorizerTokens()::expire);
        }
        Provider.await(files);
        long refused = wechat.journal().entries(UPLOAD).stream().filter(upload -> upload.errcode() == 42001).count();
        out.printf("   WeChat answered %d uploads with 42001: they went again with one of %d new access tokens.%n", refused,
                wechat.journal().count(TOKEN_CALL));
    }

    private void goOn(Provider provider, WechatSimulator wechat) throws IOException {
        out.println("4. The application has ended, starts anew, and goes on without a push:");
        NotifyBuilder files = provider.files(MERCHANTS.size());
        new Inbox(folder.resolve("inbox")).put(SECOND, MERCHANTS);
        Provider.await(files);
        out.printf("   %d codes were redeemed in all, those of step 2.%n", wechat.journal().count(CODE_CALL));
    }

    private void withdraw(Provider provider, Platform platform) throws Exception {
        out.printf("5. The administrator of %s withdraws the authorization:%n", BAKERY);
        new Administrator(BAKERY, platform).withdraw();
        NotifyBuilder files = provider.files(MERCHANTS.size());
        new Inbox(folder.resolve("inbox")).put(THIRD, MERCHANTS);
        Provider.await(files);
    }

    private boolean tell(WechatSimulator wechat) throws IOException {
        out.println("The libraries, and the files that went to .failed:");
        boolean asItShouldBe = true;
        for (String merchant : MERCHANTS) {
            List<String> stored = wechat.library(merchant).materials().stream().map(Material::name).sorted().toList();
            List<String> failed = files(folder.resolve("inbox").resolve(merchant).resolve(".failed"));
            out.printf("   %-10s  %s, .failed: %s%n", merchant, stored, failed);
            boolean withdrawn = merchant.equals(BAKERY);
            asItShouldBe &= stored.size() == FIRST.size() + (withdrawn ? 1 : 2) && failed.size() == (withdrawn ? 1 : 0);
        }
        return asItShouldBe;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
