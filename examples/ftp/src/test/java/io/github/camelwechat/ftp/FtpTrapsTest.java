package io.github.camelwechat.ftp;

import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.library.Material;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page on FTP warns of does happen. */
class FtpTrapsTest extends FtpServerTest {

    private static final Duration SOON = Duration.ofSeconds(8);

    private final List<Exception> failures = Collections.synchronizedList(new ArrayList<>());

    private interface Steps {
        void behind(RouteDefinition route);
    }

    private void start(String options, Steps steps) {
        application = new Application(Application.settings("ftp", server, wechat.url()), new RouteBuilder() {
            @Override
            public void configure() {
                onException(InvalidMaterialException.class).logExhausted(false).process(this::keep);
                onException(NotSentException.class).maximumRedeliveries(3).redeliveryDelay(10).logExhausted(false)
                        .onRedelivery(this::keep);
                steps.behind(from("ftp://{{ftp.user}}@{{ftp.server}}/pictures?password=RAW({{ftp.password}})"
                                  + "&passiveMode=true&initialDelay=0&delay=50&move=.done&" + options)
                        .routeId("trap").streamCache("false"));
            }

            private void keep(Exchange exchange) {
                failures.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
            }
        });
    }

    private void start(String options) {
        start(options, route -> route.to("wechat-material:default"));
    }

    @Test
    void textModeDamagesPicturesAndTheComponentRefusesThem() throws Exception {
        inbox.put("a.png", Pictures.png(300_000));
        inbox.put("b.jpg", Pictures.jpg(300_000));
        start("moveFailed=.failed&sortBy=file:name&streamDownload=true&stepwise=false");
        assertThatBothAreRefused();
    }

    @Test
    void textModeDamagesLocalCopiesToo() throws Exception {
        inbox.put("a.png", Pictures.png(300_000));
        inbox.put("b.jpg", Pictures.jpg(300_000));
        start("moveFailed=.failed&sortBy=file:name&localWorkDirectory=" + folder.resolve("work"));
        assertThatBothAreRefused();
    }

    private void assertThatBothAreRefused() {
        inbox.await(".failed/a.png");
        inbox.await(".failed/b.jpg");
        // the first bytes of each PNG are made to show this damage
        assertThat(failures).extracting(failure -> ((InvalidMaterialException) failure).getReason())
                .containsExactly(Reason.FORMAT, Reason.LENGTH);
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
    }

    @Test
    void aStreamThatWasReadCannotBeSentAgain() throws Exception {
        inbox.put("a.png", Pictures.png());
        wechat.faults().next("/cgi-bin/stable_token", Fault.status(502));
        start("moveFailed=.failed&binary=true&streamDownload=true&stepwise=false");
        inbox.await(".failed/a.png");
        assertThat(failures.get(0)).isInstanceOf(NotSentException.class);
        assertThat(failures.get(1)).isInstanceOfSatisfying(InvalidMaterialException.class,
                failure -> assertThat(failure.getReason()).isEqualTo(Reason.EMPTY));
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
    }

    @Test
    void aFileThatCannotBeMovedIsUploadedAtEveryPoll() throws Exception {
        Files.createFile(inbox.path().resolve(".done"));
        inbox.put("a.png", Pictures.png());
        start("binary=true");
        wechat.journal().awaitEntries(ADD_MATERIAL, 3, SOON);
    }

    @Test
    void aListOfWhatIsUploadedKeepsItFromThat() throws Exception {
        Files.createFile(inbox.path().resolve(".done"));
        Map<String, String> settings = Application.settings("ftp", server, wechat.url());
        Properties guard = new Properties();
        try (InputStream in = FtpTrapsTest.class.getResourceAsStream("/guarded.properties")) {
            guard.load(in);
        }
        guard.forEach((name, value) -> settings.put((String) name, (String) value));
        settings.put("uploaded.list", folder.resolve("uploaded").toString());
        application = new Application(settings, new GuardedFtpRoutes());
        for (int i = 1; i <= 4; i++) {
            inbox.put(i + ".png", Pictures.png());
            wechat.journal().awaitEntries(ADD_MATERIAL, i, SOON);
        }
        application.close();
        assertThat(wechat.library("wxdemo").materials()).extracting(Material::name)
                .containsExactlyInAnyOrder("1.png", "2.png", "3.png", "4.png");
        assertThat(Files.readAllLines(folder.resolve("uploaded"))).hasSize(4);
    }

    @Test
    void threadsBehindItLeaveOneInFlightAndTheMoveAsItIs() throws Exception {
        wechat.faults().latency(ADD_MATERIAL, Duration.ofMillis(50));
        for (int i = 0; i < 6; i++) {
            inbox.put(i + ".png", Pictures.png());
        }
        start("moveFailed=.failed&binary=true&streamDownload=true&stepwise=false",
                route -> route.threads(4).to("wechat-material:default"));
        for (int i = 0; i < 6; i++) {
            inbox.await(".done/" + i + ".png");
        }
        assertThat(wechat.journal().inFlight(ADD_MATERIAL).max()).isEqualTo(1);
    }

    @Test
    void aPlaceForFailuresThatIsWhereTheFileIsDeletesIt() throws Exception {
        inbox.put("a.jpg", Pictures.webp(1000));
        start("binary=true&moveFailed=${file:parent}/./${file:onlyname}");
        Awaitility.await().atMost(SOON).until(() -> inbox.names().isEmpty());
        assertThat(inbox.has(".failed/a.jpg")).isFalse();
    }
}
