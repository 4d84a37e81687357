package io.github.camelwechat.cloud;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.cloud.CloudEnvironment;
import io.github.camelwechat.simulator.cloud.ServiceState;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.journal.Channel;
import io.github.camelwechat.simulator.journal.JournalEntry;
import io.github.camelwechat.simulator.library.Material;
import io.github.camelwechat.simulator.platform.TokenLife;
import org.apache.camel.builder.NotifyBuilder;

/**
 * The application beside a simulator, which is WeChat and its cloud hosting: once with the open interface service, once
 * with the WeChat token of the container.
 */
public final class CloudExample {

    private static final String ACCOUNT = "wxdemo";
    private static final String UPLOAD = "/cgi-bin/material/add_material";
    private static final List<String> BY_SERVICE = List.of("camel.bmp", "camel.png");
    private static final String TOO_EARLY = "walk.gif";
    private static final int NOT_READY = 2;
    private static final String WITHOUT_SERVICE = "tune.amr";
    private static final List<String> BY_TOKEN = List.of("tune.mp3", "tune.wav", "tune.wma", "骆驼.jpg");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PrintStream out;
    private final Path folder;
    private final Path tokenFile;
    private final Inbox inbox;
    private final int port = freePort();

    CloudExample(PrintStream out, Path folder) throws IOException {
        this.out = out;
        this.folder = folder;
        this.tokenFile = folder.resolve("cloudbase_access_token");
        this.inbox = new Inbox(folder.resolve("inbox"));
    }

    public static void main(String[] words) throws Exception {
        System.exit(new CloudExample(System.out, Path.of("target", "cloud")).run());
    }

    /** {@return 0 if the library holds what it should} */
    int run() throws Exception {
        delete(folder);
        Files.createDirectories(folder);
        try (WechatSimulator wechat = WechatSimulator.builder().app(ACCOUNT, "only-known-to-the-simulator")
                .cloud(CloudEnvironment.ownedBy(ACCOUNT).tokenFile(tokenFile)
                        // the token before it ends at once
                        .settings(cloud -> cloud.tokenLife(new TokenLife(Duration.ofHours(2), Duration.ZERO))))
                .start()) {
            // as far away as the real one
            wechat.faults().latency(UPLOAD, Duration.ofMillis(200));
            try (Container container = start("service", wechat)) {
                relay(container, wechat);
                comeTooEarly(container, wechat);
                missService(container, wechat);
            }
            try (Container container = start("token", wechat)) {
                rotate(container, wechat);
            }
            return tell(wechat) ? 0 : 1;
        }
    }

    private Container start(String account, WechatSimulator wechat) {
        return new Container(account, wechat.cloud().url(), wechat.url(), tokenFile, port, folder);
    }

    private void relay(Container container, WechatSimulator wechat) throws IOException {
        out.println("1. The open interface service, at http://api.weixin.qq.com in a container:");
        upload(container, BY_SERVICE);
        long relayed = uploads(wechat).filter(upload -> upload.channel() == Channel.SIDE_PROCESS
                && !String.valueOf(upload.query()).contains("token")).count();
        out.printf("   %d uploads without a token: its side process has added the credential.%n", relayed);
    }

    private void comeTooEarly(Container container, WechatSimulator wechat) throws IOException {
        out.println("2. The hosting is not ready in the first minutes of a first version:");
        wechat.faults().next(UPLOAD, NOT_READY, Fault.errcode(85113));
        upload(container, List.of(TOO_EARLY));
        out.printf("   WeChat answered %d times with 85113, then took it.%n", answered(wechat, 85113));
    }

    private void missService(Container container, WechatSimulator wechat) throws IOException {
        out.println("3. A version that was deployed before the service was switched on:");
        wechat.cloud().service(ServiceState.MISSING);
        upload(container, List.of(WITHOUT_SERVICE));
    }

    private void rotate(Container container, WechatSimulator wechat) throws Exception {
        out.println("4. The WeChat token of the container, and a new one in its file amid the uploads:");
        NotifyBuilder files = container.files(BY_TOKEN);
        // two have arrived when the file is replaced, and the others wait for their turn
        try (Gate answers = wechat.faults().hold(UPLOAD)) {
            for (String sample : BY_TOKEN) {
                inbox.put(sample);
            }
            answers.awaitHeld(Container.MAX_CONCURRENT_REQUESTS, PATIENCE);
            wechat.cloud().tokens().rotate();
        }
        Container.await(files);
        out.printf("   WeChat answered %d uploads with 40001: they went again with the new token.%n", answered(wechat, 40001));
    }

    private void upload(Container container, List<String> samples) throws IOException {
        NotifyBuilder files = container.files(samples);
        for (String sample : samples) {
            inbox.put(sample);
        }
        Container.await(files);
    }

    private static Stream<JournalEntry> uploads(WechatSimulator wechat) {
        return wechat.journal().entries(UPLOAD).stream();
    }

    private static long answered(WechatSimulator wechat, int errcode) {
        return uploads(wechat).filter(upload -> upload.errcode() == errcode).count();
    }

    private boolean tell(WechatSimulator wechat) throws IOException {
        List<String> stored = wechat.library(ACCOUNT).materials().stream().map(Material::name).sorted().toList();
        List<String> failed = inbox.failed();
        out.printf("The library: %s%nThe files that went to .failed: %s%n", stored, failed);
        return stored.size() == BY_SERVICE.size() + 1 + BY_TOKEN.size() && failed.equals(List.of(WITHOUT_SERVICE));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
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
