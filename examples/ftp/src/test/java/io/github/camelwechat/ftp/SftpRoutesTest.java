package io.github.camelwechat.ftp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.ftp.server.SftpFolder;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.library.Material;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page on FTP says of the one step with a local copy. */
class SftpRoutesTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @TempDir
    Path folder;

    private SftpFolder server;
    private Inbox inbox;
    private Map<String, String> settings;
    private Application application;

    @BeforeEach
    void startServer() throws Exception {
        server = new SftpFolder(folder, 0, Application.PASSWORD);
        inbox = new Inbox(server.files().resolve("pictures"));
        settings = Application.settings("sftp", server, wechat.url());
        settings.put("sftp.knownHosts", server.knownHosts().toString());
        settings.put("sftp.workFolder", folder.resolve("work").toString());
    }

    @AfterEach
    void stop() throws Exception {
        if (application != null) {
            application.close();
        }
        server.close();
    }

    private void start(RoutesBuilder... routes) {
        application = new Application(settings, routes);
    }

    private void start() {
        start(new SftpRoutes());
    }

    @Test
    void filesAreUploadedOrRefusedAndMovedOnTheServerAndNoCopyIsLeft() throws Exception {
        byte[] picture = Pictures.png(300_000);
        inbox.put("照片 b.png", picture);
        inbox.put("a.jpg", Pictures.webp(3_000_000));
        start();
        inbox.await(".done/照片 b.png");
        inbox.await(".failed/a.jpg");
        assertThat(inbox.names()).isEmpty();
        assertThat(wechat.library("wxdemo").materials()).singleElement().extracting(Material::bytes).isEqualTo(picture);
        Inbox work = new Inbox(folder.resolve("work"));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> work.names().isEmpty());
    }

    @Test
    void aFileThatWasNotSentIsSentAgainFromItsCopy() throws Exception {
        inbox.put("a.png", Pictures.png());
        wechat.faults().next("/cgi-bin/stable_token", 3, Fault.status(502));
        // so that no further poll can bring it
        settings.put("poll.delay", "600000");
        start();
        inbox.await(".done/a.png");
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
    }

    @Test
    void aFileThatWasNotSentInFourTriesStaysForTheNextPoll() throws Exception {
        inbox.put("a.png", Pictures.png());
        wechat.faults().next("/cgi-bin/stable_token", 5, Fault.status(502));
        start();
        inbox.await(".done/a.png");
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
    }

    @Test
    void aServerWithAnotherKeyGetsNoPasswordAndTheRouteIsTold() throws Exception {
        Files.writeString(server.knownHosts(), Files.readString(server.knownHosts()).replaceFirst(":\\d+ ", ":1 "));
        CompletableFuture<Exception> told = new CompletableFuture<>();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true)
                        .process(exchange -> told.complete(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
                from("sftp://{{sftp.user}}@{{sftp.server}}/{{sftp.folder}}?password=RAW({{sftp.password}})"
                     + "&strictHostKeyChecking=yes&knownHostsFile={{sftp.knownHosts}}&autoCreate=false&initialDelay=0"
                     + "&throwExceptionOnConnectFailed=true&bridgeErrorHandler=true")
                        .to("wechat-material:default");
            }
        });
        assertThat(told.get(10, TimeUnit.SECONDS)).rootCause().hasMessageContaining("HostKey");
    }
}
