package io.github.camelwechat.s3;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.s3.server.Owner;
import io.github.camelwechat.s3.server.S3Server;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.library.Material;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.AdviceWithRouteBuilder;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class S3RoutesTest {

    private static final String ADD = "/cgi-bin/material/add_material";
    private static final String APP = "wxdemo";
    private static final String SECRET = "secret";

    private final S3Server server;
    private final S3Client s3;
    private final Bucket inbox;
    private final Bucket done;
    private final Bucket failed;
    private final Main main = new Main();
    private WechatSimulator wechat;

    S3RoutesTest() throws Exception {
        server = S3Server.inMemory(new Owner("test", SECRET), List.of("wechat-inbox", "wechat-done", "wechat-failed"));
        s3 = S3Client.builder().endpointOverride(server.url()).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", SECRET))).build();
        inbox = new Bucket(s3, "wechat-inbox");
        done = new Bucket(s3, "wechat-done");
        failed = new Bucket(s3, "wechat-failed");
    }

    @BeforeEach
    void simulate() throws Exception {
        wechat = WechatSimulator.builder().app(APP, SECRET).start();
    }

    @AfterEach
    void stop() {
        main.stop();
        wechat.close();
        s3.close();
        server.close();
    }

    @Test
    void movesWhatIsStoredAndWritesItsResultBeside() throws Exception {
        inbox.put("pictures/骆驼.jpg", "luotuo.jpg", Map.of());
        upload();
        assertThat(done.keys()).containsExactlyInAnyOrder("pictures/骆驼.jpg", "pictures/骆驼.jpg.json");
        Material picture = only();
        assertThat(picture.name()).isEqualTo("骆驼.jpg");
        assertThat(done.json("pictures/骆驼.jpg.json").path("media_id").asText()).isEqualTo(picture.mediaId());
        assertThat(done.json("pictures/骆驼.jpg.json").path("url").asText()).startsWith(wechat.url());
    }

    @Test
    void describesVideoByMetadata() throws Exception {
        inbox.put("walk.mp4", "walk.mp4", Map.of("title", "50 % +1", "introduction", "%E9%AA%86%E9%A9%BC+1"));
        upload();
        assertThat(only().title()).isEqualTo("50 % +1");
        assertThat(only().introduction()).isEqualTo("骆驼+1");
    }

    @Test
    void setsAsideWhatIsNotSent() throws Exception {
        inbox.put("really-webp.jpg", "really-webp.jpg", Map.of());
        upload();
        assertThat(failed.keys()).containsExactlyInAnyOrder("really-webp.jpg", "really-webp.jpg.json");
        assertThat(failed.json("really-webp.jpg.json").path("reason").asText()).contains("WebP");
        assertThat(wechat.journal().count(ADD)).isZero();
    }

    @Test
    void setsAsideWhatWechatRefuses() throws Exception {
        wechat.faults().always(ADD, Fault.errcode(40009));
        inbox.put("camel.png", "camel.png", Map.of());
        upload();
        assertThat(failed.keys()).contains("camel.png");
        assertThat(failed.json("camel.png.json").path("errcode").asInt()).isEqualTo(40009);
        assertThat(failed.json("camel.png.json").path("advice").asText()).isNotEmpty();
        assertThat(wechat.journal().count(ADD)).isEqualTo(1);
    }

    @Test
    void setsAsideWhatMayHaveBeenStored() throws Exception {
        wechat.faults().always(ADD, Fault.answerLost());
        inbox.put("camel.png", "camel.png", Map.of());
        upload();
        assertThat(failed.json("camel.png.json").path("advice").asText()).contains("look there before");
        assertThat(only().name()).isEqualTo("camel.png");
    }

    /** Camel looks for handlers at causes too: an IOException is as near to Exception as this one to its parent. */
    @Test
    void setsAsideWhatMayHaveBeenStoredWhateverTheCause() throws Exception {
        inbox.put("camel.png", "camel.png", Map.of());
        configure();
        main.init();
        ModelCamelContext context = (ModelCamelContext) main.getCamelContext();
        AdviceWith.adviceWith(context.getRouteDefinition("upload"), context, new AdviceWithRouteBuilder() {
            @Override
            public void configure() {
                weaveByToUri("wechat-material:default").replace().process(exchange -> {
                    throw new UnknownOutcomeException("no answer", new IOException("Connection reset by peer"));
                });
            }
        });
        main.start();
        awaitEmpty();
        assertThat(failed.json("camel.png.json").path("reason").asText()).isEqualTo("no answer");
    }

    @Test
    void setsAsideWhatWechatWasTooBusyFor() throws Exception {
        wechat.faults().always(ADD, Fault.errcode(-1));
        inbox.put("camel.png", "camel.png", Map.of());
        upload();
        assertThat(failed.json("camel.png.json").path("advice").asText()).contains("look there before");
    }

    @Test
    void triesAgainWhatWasTooOften() throws Exception {
        wechat.faults().next(ADD, 2, Fault.errcode(45011));
        inbox.put("camel.png", "camel.png", Map.of());
        upload();
        assertThat(done.keys()).contains("camel.png");
        assertThat(failed.keys()).isEmpty();
        assertThat(wechat.journal().count(ADD)).isEqualTo(3);
    }

    @Test
    void keepsAllWhileTheAccountHasNoToken() throws Exception {
        wechat.faults().always("/cgi-bin/stable_token", Fault.errcode(40164));
        inbox.put("camel.png", "camel.png", Map.of());
        start();
        awaitFirstEnd();
        assertThat(inbox.keys()).containsExactly("camel.png");
        assertThat(failed.keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 40164, 45009, 48001, 50002 })
    void keepsAllWhileTheAccountIsRefused(int code) throws Exception {
        wechat.faults().always(ADD, Fault.errcode(code));
        inbox.put("camel.png", "camel.png", Map.of());
        start();
        awaitFirstEnd();
        assertThat(inbox.keys()).containsExactly("camel.png");
        assertThat(failed.keys()).isEmpty();
    }

    @Test
    void uploadsOnceWhatASidecarTellsOf() throws Exception {
        inbox.put("camel.png", "camel.png", Map.of());
        upload();
        inbox.put("camel.png", "camel.png", Map.of());
        awaitEmpty();
        assertThat(wechat.journal().count(ADD)).isEqualTo(1);
        assertThat(done.keys()).containsExactlyInAnyOrder("camel.png", "camel.png.json");
    }

    @Test
    void setsAsideAgainWhatASidecarTellsOf() throws Exception {
        wechat.faults().always(ADD, Fault.errcode(40009));
        inbox.put("camel.png", "camel.png", Map.of());
        upload();
        inbox.put("camel.png", "camel.png", Map.of());
        awaitEmpty();
        assertThat(wechat.journal().count(ADD)).isEqualTo(1);
    }

    @Test
    void uploadsAlsoWhatReplacedAnObjectMeanwhile() throws Exception {
        inbox.put("camel", "camel.png", Map.of());
        try (Gate gate = wechat.faults().hold(ADD)) {
            start();
            gate.awaitHeld(1, Duration.ofSeconds(20));
            inbox.put("camel", "luotuo.jpg", Map.of());
        }
        awaitEmpty();
        assertThat(wechat.library(APP).materials()).extracting(Material::size)
                .containsExactlyInAnyOrder((long) Bucket.bytes("camel.png").length, (long) Bucket.bytes("luotuo.jpg").length);
    }

    @Test
    void uploadsNothingBeforeThereIsAPlaceForResults() throws Exception {
        s3.deleteBucket(delete -> delete.bucket("wechat-done"));
        inbox.put("camel.png", "camel.png", Map.of());
        start();
        awaitFirstEnd();
        assertThat(wechat.journal().count(ADD)).isZero();
        s3.createBucket(create -> create.bucket("wechat-done"));
        awaitEmpty();
        assertThat(done.keys()).contains("camel.png");
        assertThat(wechat.journal().count(ADD)).isEqualTo(1);
    }

    @Test
    void writesLaterWhatCouldNotBeWrittenAndUploadsOnce() throws Exception {
        inbox.put("camel.png", "camel.png", Map.of());
        try (Gate gate = wechat.faults().hold(ADD)) {
            start();
            gate.awaitHeld(1, Duration.ofSeconds(20));
            s3.deleteBucket(delete -> delete.bucket("wechat-done"));
        }
        awaitFirstEnd();
        s3.createBucket(create -> create.bucket("wechat-done"));
        awaitEmpty();
        assertThat(done.json("camel.png.json").path("media_id").asText()).isEqualTo(only().mediaId());
        assertThat(wechat.journal().count(ADD)).isEqualTo(1);
    }

    @Test
    void uploadsAgainWhatHasAnotherTitle() throws Exception {
        inbox.put("walk.mp4", "walk.mp4", Map.of("title", "one", "introduction", "text"));
        upload();
        inbox.put("walk.mp4", "walk.mp4", Map.of("title", "two", "introduction", "text"));
        awaitEmpty();
        assertThat(wechat.library(APP).materials()).extracting(Material::title).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void hasMoreInFlightThanAPollFinds() throws Exception {
        for (int i = 0; i < 25; i++) {
            inbox.put("camel-" + i + ".png", "camel.png", Map.of());
        }
        try (Gate gate = wechat.faults().hold(ADD)) {
            start();
            gate.awaitHeld(25, Duration.ofSeconds(20));
        }
        awaitEmpty();
        assertThat(wechat.library(APP).materials()).hasSize(25);
    }

    /** More of them than a poll finds, of which the first ones rest: the next part of the list comes all the same. */
    @Test
    void takesWhatLiesInOneFolder() throws Exception {
        for (int i = 10; i < 35; i++) {
            inbox.put("pictures/" + i + ".png", "camel.png", Map.of());
        }
        inbox.put("pictures/deeper/camel.png", "camel.png", Map.of());
        inbox.put("others/camel.png", "camel.png", Map.of());
        configure();
        main.addOverrideProperty("upload.first-rest", "1h");
        main.init();
        ModelCamelContext context = (ModelCamelContext) main.getCamelContext();
        RouteDefinition route = context.getRouteDefinition("upload");
        AdviceWith.adviceWith(route, context, new AdviceWithRouteBuilder() {
            @Override
            public void configure() {
                replaceFromWith(route.getInput().getEndpointUri() + "&prefix=pictures/&delimiter=/");
            }
        });
        wechat.faults().next(ADD, 10, Fault.errcode(45011));
        main.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> wechat.library(APP).materials().size() == 15);
        await().atMost(Duration.ofSeconds(20)).until(() -> inbox.keys().size() == 12);
        assertThat(inbox.keys()).contains("pictures/deeper/camel.png", "others/camel.png");
        assertThat(wechat.journal().count(ADD)).isEqualTo(25);
    }

    private Material only() {
        assertThat(wechat.library(APP).materials()).hasSize(1);
        return wechat.library(APP).materials().get(0);
    }

    private void upload() throws Exception {
        start();
        awaitEmpty();
    }

    private void start() throws Exception {
        configure();
        main.start();
    }

    private void configure() {
        main.configure().addRoutesBuilder(new S3Routes(s3));
        main.addOverrideProperty("camel.component.wechat-material.app-id", APP);
        main.addOverrideProperty("camel.component.wechat-material.secret", SECRET);
        main.addOverrideProperty("camel.component.wechat-material.api-url", wechat.url());
        main.addOverrideProperty("s3.poll-delay", "50");
        main.addOverrideProperty("s3.retry-delay", "50");
        main.addOverrideProperty("upload.first-rest", "100ms");
    }

    private void awaitFirstEnd() {
        NotifyBuilder ended = new NotifyBuilder(main.getCamelContext()).whenDone(1).create();
        assertThat(ended.matches(20, TimeUnit.SECONDS)).isTrue();
    }

    private void awaitEmpty() {
        await().atMost(Duration.ofSeconds(20)).until(() -> inbox.keys().isEmpty());
    }
}
