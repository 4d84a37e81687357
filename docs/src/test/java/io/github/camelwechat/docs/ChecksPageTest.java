package io.github.camelwechat.docs;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.journal.JournalEntry;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page on checks says of each limit is so, here and at the simulator. */
class ChecksPageTest {

    private static final int MB = 1 << 20;

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @TempDir
    Path here;

    private final DefaultCamelContext context = new DefaultCamelContext();

    /**
     * A row of the page's table of limits.
     *
     * @param options of the endpoint
     * @param passes  is taken
     * @param breaks  is refused
     * @param limit   null where it is not a matter of size
     * @param code    what the simulator answers to the same body; null where it was not asked
     */
    record Limit(String row, String options, byte[] passes, byte[] breaks, Long limit, Integer code) {

        @Override
        public String toString() {
            return row;
        }
    }

    static Stream<Limit> limits() {
        return Stream.of(
                new Limit(
                        "image: size", "type=image&fileName=a.png", Bodies.picture("png", 10 * MB),
                        Bodies.picture("png", 10 * MB + 1), 10L * MB, 40009),
                new Limit(
                        "voice: size", "type=voice&fileName=a.wav", Bodies.wav(2 * MB), Bodies.wav(2 * MB + 1), 2L * MB, 40010),
                new Limit(
                        "video: size", "type=video&fileName=a.mp4", Bodies.mp4(10 * MB), Bodies.mp4(10 * MB + 1), 10L * MB,
                        40011),
                new Limit(
                        "thumb: size", "type=thumb&fileName=a.jpg", Bodies.picture("jpg", 64 << 10),
                        Bodies.picture("jpg", (64 << 10) + 1), 64L << 10, 40012),
                new Limit(
                        "`uploadImage`: size", "operation=uploadImage&fileName=a.png", Bodies.picture("png", MB - 1),
                        Bodies.picture("png", MB), MB - 1L, 40009),
                new Limit("voice: play time", "type=voice&fileName=a.wav", Bodies.wav(60.5), Bodies.wav(61.0), 60_000L, 45007),
                new Limit(
                        "image: format", "type=image&fileName=a.png", Bodies.picture("bmp", 0), Bodies.webp(), null, 40137),
                new Limit("voice: format", "type=voice&fileName=a.amr", Bodies.amr(100), Bodies.mp4(100), null, 40005),
                new Limit("video: format", "type=video&fileName=a.mp4", Bodies.mp4(100), Bodies.amr(100), null, 40005),
                new Limit(
                        "thumb: format", "type=thumb&fileName=a.jpg", Bodies.picture("jpg", 0), Bodies.picture("png", 0), null,
                        40137),
                new Limit(
                        "`uploadImage`: format", "operation=uploadImage&fileName=a.png", Bodies.picture("jpg", 0),
                        Bodies.picture("gif", 0), null, 40137));
    }

    @BeforeEach
    void start() {
        DemoAccount.addTo(context, wechat);
        context.start();
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
    }

    private Exchange upload(String options, Object body, Map<String, Object> headers) {
        return context.createFluentProducerTemplate().to("wechat-material:default?" + options).withBody(body)
                .withHeaders(headers).send();
    }

    private Exchange upload(String options, Object body) {
        return upload(options, body, Map.of());
    }

    private static List<JournalEntry> uploads() {
        return wechat.journal().entries().stream().filter(entry -> entry.upload() != null).toList();
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aLimitHolds(Limit limit) {
        assertThat(upload(limit.options(), limit.passes()).getException()).isNull();
        wechat.journal().clear();

        Exchange refused = upload(limit.options(), limit.breaks());

        assertThat(refused.getException()).isInstanceOf(InvalidMaterialException.class);
        InvalidMaterialException why = (InvalidMaterialException) refused.getException();
        assertThat(why.getFileName()).startsWith("a.");
        assertThat(why.getLimit()).isEqualTo(limit.limit());
        assertThat(why.getActual() == null).isEqualTo(limit.limit() == null);
        assertThat(uploads()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("limits")
    void wechatsOwnCodeIsTheOneOfThePage(Limit limit) {
        Exchange refused = upload(limit.options() + "&validate=false", limit.breaks());

        assertThat(refused.getException()).isInstanceOf(WechatApiException.class);
        assertThat(((WechatApiException) refused.getException()).getErrcode()).isEqualTo(limit.code());
        assertThat(Page.read("docs/checks.md").lines()).anyMatch(
                line -> line.startsWith("| " + limit.row() + " |") && line.endsWith("| " + limit.code() + " |"));
    }

    @Test
    void theMostIsTwentyMegabytesWithoutChecksToo() {
        Exchange refused = upload("type=image&validate=false", Bodies.picture("png", 20 * MB + 1));

        assertThat(refused.getException()).isInstanceOfSatisfying(
                InvalidMaterialException.class, why -> assertThat(why.getLimit()).isEqualTo(20 * MB));
    }

    @Test
    void whatAStreamHasIsReadUntilItIsTooMuch() {
        Exchange refused = upload("type=image", new ByteArrayInputStream(Bodies.picture("png", 15 * MB)));

        assertThat(refused.getException()).isInstanceOfSatisfying(
                InvalidMaterialException.class,
                why -> assertThat(why.getActual()).isBetween(10L * MB + 1, 11L * MB));
        assertThat(refused.getException().getMessage()).contains("more than 10,485,760 bytes (10.0 MB)");
    }

    @Test
    void noBodyATextAndAnythingElseAreRefused() {
        assertThat(upload("type=image", null).getException()).hasMessageContaining("there is no body");
        assertThat(upload("type=image", "pictures/a.png").getException()).hasMessageContaining("is no media");
        assertThat(upload("type=image", new Object()).getException()).hasMessageContaining("a body of java.lang.Object");
        assertThat(upload("type=image", new byte[0]).getException()).hasMessageContaining("it is empty (0 bytes)");
        assertThat(upload("type=image", new File(".")).getException()).hasMessageContaining("this is a folder");
        assertThat(upload("type=image", new File("no.png")).getException()).hasMessageContaining("no such file");
    }

    @Test
    void theExamplesOfThePageAreWhatItSays() {
        Map<String, byte[]> bodies = Map.of("big.png", Bodies.picture("png", 12 * MB), "really-webp.jpg", Bodies.webp());
        List<String> said = bodies.entrySet().stream()
                .map(file -> upload("fileName=" + file.getKey(), file.getValue()).getException().getMessage()).toList();

        Page.Block examples = Page.read("docs/checks.md").blocks().stream()
                .filter(block -> block.language().equals("text")).findFirst().orElseThrow();
        assertThat(examples.lines()).containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void autoKnowsATypeByTheContent() {
        upload("fileName=a", Bodies.picture("gif", 0));
        upload("fileName=a", Bodies.amr(100));
        upload("fileName=a", Bodies.mp4(100));
        upload("fileName=a", Bodies.picture("jpg", 0));

        assertThat(uploads()).extracting(entry -> entry.upload().type() + " " + entry.upload().fileName())
                .containsExactly("image a.gif", "voice a.amr", "video a.mp4", "image a.jpg");
        assertThat(upload("validate=false", "nothing known".getBytes(StandardCharsets.UTF_8)).getException())
                .isInstanceOf(InvalidMaterialException.class)
                .hasMessageContaining("with validate=false the type cannot be found by this content");
    }

    @Test
    void aNameIsCleanAndEndsAsItsContentWants() {
        List<String> wanted = List.of(
                "photos/2026/a.PNG", "C:\\temp\\b.png", "c.jpg", "d", "e.final", "f\"g\n.png", "照片.png");
        wanted.forEach(name -> upload("type=image", Bodies.picture("png", 0), Map.of("CamelFileName", name)));
        upload("type=image", Bodies.picture("png", 0));

        assertThat(uploads()).extracting(entry -> entry.upload().fileName())
                .containsExactly("a.PNG", "b.png", "c.png", "d.png", "e.final.png", "f_g_.png", "照片.png", "image.png");
    }

    @Test
    void anExtensionIsOnlyAddedWithoutChecks() {
        upload("type=image&validate=false", Bodies.picture("png", 0), Map.of("CamelFileName", "c.jpg"));
        upload("type=image&validate=false", Bodies.picture("png", 0), Map.of("CamelFileName", "d.webp"));

        assertThat(uploads()).extracting(entry -> entry.upload().fileName()).containsExactly("c.jpg", "d.webp.png");
    }

    @Test
    void aVideoHasATitle() {
        upload("fileName=walk.mp4", Bodies.mp4(100));
        upload("fileName=walk.mp4&title=Configured&introduction=Text", Bodies.mp4(100));
        upload("title=Configured", Bodies.mp4(100), Map.of("CamelWechatMaterialTitle", "Asked for"));

        assertThat(wechat.library("wxdemo").materials()).extracting(video -> video.title() + "/" + video.introduction())
                .containsExactlyInAnyOrder("walk/", "Configured/Text", "Asked for/");
    }

    @Test
    void aPromisedLengthIsHeldAgainstAConsumersFileOnly() throws IOException {
        File file = Files.write(here.resolve("a.png"), Bodies.picture("png", 0)).toFile();
        GenericFile<File> listed = new GenericFile<>();
        listed.setFile(file);
        listed.setFileLength(10);

        assertThat(upload("type=image", Bodies.picture("png", 0), Map.of("CamelFileLength", 10L)).getException()).isNull();
        assertThat(upload("type=image", listed).getException()).isInstanceOfSatisfying(
                InvalidMaterialException.class, why -> {
                    assertThat(why.getLimit()).isEqualTo(10);
                    assertThat(why.getActual()).isEqualTo(file.length());
                });
    }

    @Test
    void theRouteTellsSizeFromTheRest() throws Exception {
        List<Exchange> shrunk = new CopyOnWriteArrayList<>();
        List<Exchange> seen = new CopyOnWriteArrayList<>();
        context.addRoutes(new ShrinkRoute());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:shrink").process(shrunk::add);
                from("direct:editors").process(seen::add);
            }
        });

        context.createFluentProducerTemplate().to("direct:upload").withBody(Bodies.picture("png", 10 * MB + 1)).send();
        context.createFluentProducerTemplate().to("direct:upload").withBody(Bodies.webp()).send();

        assertThat(shrunk).hasSize(1);
        assertThat(seen).singleElement().satisfies(
                exchange -> assertThat(exchange.getMessage().getHeader("reason", String.class)).contains("this is WebP"));
    }
}
