package io.github.camelwechat.material;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.result.AccountReport;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.cloud.CloudEnvironment;
import io.github.camelwechat.simulator.cloud.CloudHosting;
import io.github.camelwechat.simulator.cloud.ServiceState;
import io.github.camelwechat.simulator.journal.Channel;
import io.github.camelwechat.simulator.journal.JournalEntry;
import io.github.camelwechat.simulator.platform.TokenLife;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** Uploads from a container of WeChat's cloud hosting, in both ways that need no secret. */
class CloudUploadTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @TempDir
    Path folder;

    private Path file;
    private WechatSimulator simulator;
    private CloudHosting cloud;

    @BeforeEach
    void start() {
        file = folder.resolve("cloudbase_access_token");
        simulator = WechatSimulator.builder().app(Wechat.APP, Wechat.SECRET).app(Wechat.OTHER_APP, Wechat.OTHER_SECRET)
                .cloud(CloudEnvironment.ownedBy(Wechat.APP).tokenFile(file)
                        .settings(settings -> settings.tokenLife(new TokenLife(Duration.ofHours(2), Duration.ZERO))))
                .start();
        cloud = simulator.cloud();
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    /** {@return the URI of an account of the component with these options besides} */
    private String sideProcess(String options) {
        return account("side-process", "credentials=cloud&apiUrl=" + cloud.url() + options);
    }

    private String token(String options) {
        return account("token", "credentials=cloudToken&cloudFile=" + file + "&apiUrl=" + simulator.url() + options);
    }

    private String account(String kind, String options) {
        String name = kind + wechat.component().getAccounts().size();
        wechat.component().getAccounts().put(name, WrittenAccount.of(wechat.context(), options));
        return "wechat-material:" + name;
    }

    private Exchange upload(String uri) {
        return wechat.upload(uri, Samples.png(), Map.of());
    }

    @Test
    void sideProcessAddsTheCredential() {
        assertThat(upload(sideProcess("")).getException()).isNull();

        assertThat(simulator.library(Wechat.APP).materials()).hasSize(1);
        assertThat(simulator.journal().entries()).extracting(JournalEntry::path, JournalEntry::channel)
                .containsExactly(tuple(Wechat.ADD_MATERIAL, Channel.SIDE_PROCESS));
    }

    @Test
    void anotherAccountSharesTheEnvironment() {
        assertThat(upload(sideProcess("&fromAppId=" + Wechat.OTHER_APP)).getException())
                .asInstanceOf(type(WechatApiException.class)).returns(85105, WechatApiException::getErrcode);

        cloud.sharedWith(List.of(Wechat.OTHER_APP));
        assertThat(upload(sideProcess("&fromAppId=" + Wechat.OTHER_APP)).getException()).isNull();
        assertThat(simulator.library(Wechat.OTHER_APP).materials()).hasSize(1);
        assertThat(simulator.library(Wechat.APP).materials()).isEmpty();
    }

    @Test
    void tokenOfTheContainerIsSent() {
        assertThat(upload(token("")).getException()).isNull();

        assertThat(simulator.library(Wechat.APP).materials()).hasSize(1);
        assertThat(simulator.journal().entries()).extracting(JournalEntry::path).containsExactly(Wechat.ADD_MATERIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = { "cloud", "cloudToken" })
    void pathThatIsNotOnTheListIsRefused(String credentials) {
        cloud.allowedPaths(List.of("/cgi-bin/material/get_materialcount"));

        assertThat(upload(credentials.equals("cloud") ? sideProcess("") : token("")).getException())
                .asInstanceOf(type(WechatApiException.class)).returns(85107, WechatApiException::getErrcode)
                .satisfies(refusal -> assertThat(refusal.getAdvice()).contains("below /cgi-bin/material/"));
    }

    @Test
    void missingSideProcessAndServiceThatIsOffHaveAdvice() {
        cloud.service(ServiceState.MISSING);
        assertThat(upload(sideProcess("")).getException()).isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContainingAll("404 with an empty body", "deploy a new version");

        cloud.service(ServiceState.OFF);
        assertThat(upload(sideProcess("")).getException()).asInstanceOf(type(WechatApiException.class))
                .returns(41001, WechatApiException::getErrcode)
                .satisfies(refusal -> assertThat(refusal.getAdvice()).contains("the open interface service is off"));

        cloud.service(ServiceState.ON).sequenceIds(false);
        assertThat(upload(sideProcess("")).getException()).isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContainingAll("x-openapi-seqid", simulator.library(Wechat.APP).materials().get(0).mediaId());
    }

    @ParameterizedTest
    @ValueSource(strings = { "cloud", "cloudToken" })
    void hostingThatIsNotReadyIsWaitedFor(String credentials) {
        cloud.notReadyFor(Duration.ofSeconds(1));

        assertThat(upload(credentials.equals("cloud") ? sideProcess("") : token("")).getException()).isNull();
        assertThat(simulator.journal().entries()).extracting(JournalEntry::errcode).startsWith(85113).endsWith(0);
        assertThat(simulator.library(Wechat.APP).materials()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "cloud", "cloudToken" })
    void uploadsThatWaitDoNotAskTogether(String credentials) throws Exception {
        int uploads = 16;
        cloud.notReadyFor(Duration.ofMillis(1300));
        AsyncProducer producer = wechat.producer(credentials.equals("cloud") ? sideProcess("") : token(""));
        for (CompletableFuture<Wechat.Sent> upload : wechat.beginTogether(producer, uploads)) {
            assertThat(upload.get().await().getException()).isNull();
        }

        assertThat(simulator.library(Wechat.APP).materials()).hasSize(uploads);
        // each once at most, and after the first two pauses one of them
        assertThat(simulator.journal().entries().stream().filter(entry -> entry.errcode() == 85113))
                .hasSizeLessThanOrEqualTo(uploads + 2);
    }

    @Test
    void tokenOutlivesItsFile() throws Exception {
        String uri = token("");
        upload(uri);
        Files.delete(file);
        assertThat(upload(uri).getException()).isNull();

        cloud.tokens().rotate();
        assertThat(upload(uri).getException()).isNull();
        assertThat(simulator.library(Wechat.APP).materials()).hasSize(3);
    }

    @Test
    void fileIsReplacedAmidTwoHundredUploads() throws Exception {
        int uploads = 200;
        int interval = 40;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        String uri = token("");
        try {
            AtomicInteger ended = new AtomicInteger();
            List<Future<Exchange>> exchanges = IntStream.range(0, uploads).mapToObj(i -> threads.submit(() -> {
                Exchange exchange = upload(uri);
                if (ended.incrementAndGet() % interval == 0) {
                    cloud.tokens().rotate();
                }
                return exchange;
            })).toList();
            for (Future<Exchange> exchange : exchanges) {
                assertThat(exchange.get(60, TimeUnit.SECONDS).getException()).isNull();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(simulator.library(Wechat.APP).materials()).hasSize(uploads);
        // of each rotation but the one at the end
        assertThat(simulator.journal().entries().stream().filter(entry -> entry.errcode() == 40001))
                .hasSizeGreaterThanOrEqualTo(uploads / interval - 1);
    }

    @Test
    void tokenThatStaysRefusedIsFinal() throws Exception {
        String uri = token("");
        upload(uri);
        cloud.tokens().displace();

        assertThat(upload(uri).getException()).asInstanceOf(type(WechatApiException.class))
                .returns(40001, WechatApiException::getErrcode)
                .satisfies(refusal -> assertThat(refusal).hasMessageNotContaining(Files.readString(file)))
                .satisfies(refusal -> assertThat(refusal.getAdvice()).contains("whether its file is still renewed"));

        cloud.tokens().rotate();
        assertThat(upload(uri).getException()).isNull();
    }

    @Test
    void accountIsChecked() {
        AccountReport report = wechat.upload(sideProcess("") + "?operation=checkAccount", "", Map.of()).getMessage()
                .getBody(AccountReport.class);
        assertThat(report.token().accepted()).isTrue();

        cloud.service(ServiceState.OFF);
        AccountReport off = wechat.upload(sideProcess("") + "?operation=checkAccount", "", Map.of()).getMessage()
                .getBody(AccountReport.class);
        assertThat(off.token().accepted()).isFalse();
        assertThat(off.token().errcode()).isEqualTo(41001);
    }

    @Test
    void environmentOfAPlatformCallsForItsMerchant() throws Exception {
        try (WechatSimulator hosting = WechatSimulator.builder().app(Wechat.APP, Wechat.SECRET)
                .platform(Wechat.PLATFORM_APP, Wechat.PLATFORM_SECRET)
                .cloud(CloudEnvironment.ownedBy(Wechat.PLATFORM_APP).tokenFile(folder.resolve("of-platform"))).start()) {
            hosting.platform(Wechat.PLATFORM_APP).merchants().authorize(Wechat.APP);
            String options = "credentials=cloudToken&cloudFile=" + folder.resolve("of-platform") + "&apiUrl=" + hosting.url();

            assertThat(upload(account("merchant", options + "&fromAppId=" + Wechat.APP)).getException()).isNull();
            assertThat(hosting.library(Wechat.APP).materials()).hasSize(1);
            assertThat(hosting.journal().entries()).extracting(JournalEntry::path).containsExactly(Wechat.ADD_MATERIAL);

            assertThat(upload(account("platform", options)).getException()).asInstanceOf(type(WechatApiException.class))
                    .returns(61015, WechatApiException::getErrcode);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "cloud", "cloudToken" })
    void everyOperationOfTheLibraryIsCalled(String credentials) {
        String uri = credentials.equals("cloud") ? sideProcess("") : token("");
        String mediaId = upload(uri).getMessage().getHeader(WechatMaterialConstants.MEDIA_ID, String.class);

        for (String operation : List.of("uploadImage", "getMaterial", "getMaterialCount", "batchGetMaterial", "delMaterial")) {
            Exchange exchange = wechat.upload(uri + "?operation=" + operation, Samples.png(), Map.of(
                    WechatMaterialConstants.MEDIA_ID, mediaId, WechatMaterialConstants.TYPE, "image"));
            assertThat(exchange.getException()).as(operation).isNull();
        }
        assertThat(simulator.journal().entries()).hasSize(6).allMatch(entry -> entry.errcode() == 0).allMatch(
                entry -> entry.channel() == (credentials.equals("cloud") ? Channel.SIDE_PROCESS : Channel.PUBLIC));
        assertThat(simulator.library(Wechat.APP).materials()).isEmpty();
    }
}
