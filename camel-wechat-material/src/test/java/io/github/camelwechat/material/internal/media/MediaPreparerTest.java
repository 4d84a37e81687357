package io.github.camelwechat.material.internal.media;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.WrappedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class MediaPreparerTest extends PreparerTestBase {

    record Wrapped(Object file, Object body, long length) implements WrappedFile<Object> {

        @Override
        public Object getFile() {
            return file;
        }

        @Override
        public Object getBody() {
            return body;
        }

        @Override
        public long getFileLength() {
            return length;
        }
    }

    @ParameterizedTest
    @CsvSource({
            "picture.png,IMAGE", "picture.jpg,IMAGE", "picture.gif,IMAGE", "picture.bmp,IMAGE", "cbr.mp3,VOICE",
            "tone.wav,VOICE", "tone.amr,VOICE", "tone.wma,VOICE", "clip.mp4,VIDEO" })
    void takesWhatWechatTakes(String file, MaterialType type) throws IOException {
        try (Media media = prepare(Samples.path(file))) {
            assertThat(media.rule()).isEqualTo(type.rule());
            assertThat(media.fileName()).isEqualTo(file);
            assertThat(media.format().extension()).isEqualTo(file.substring(file.indexOf('.') + 1));
            assertThat(media.contentType()).isEqualTo(media.format().contentType());
            assertThat(media.length()).isEqualTo(Files.size(Samples.path(file)));
            assertThat(Samples.read(media)).isEqualTo(Samples.bytes(file));
            assertThat(Samples.read(media)).isEqualTo(Samples.bytes(file));
        }
    }

    @Test
    void copiesNothingThatCanBeReadWhereItLies() throws IOException {
        byte[] picture = Samples.filledUp("picture.png", 1 << 20);
        Path path = Files.write(temporary.resolve("a.png"), picture);
        ByteBuffer buffer = ByteBuffer.allocateDirect(picture.length + 10).position(7).put(picture).flip().position(7);

        for (Object body : new Object[] {
                path, path.toFile(), picture, ByteBuffer.wrap(picture), buffer,
                new Wrapped(path.toFile(), null, picture.length), new Wrapped("remote", picture, picture.length),
                new Wrapped("remote", path.toFile(), picture.length), new Wrapped("remote", picture, 0) }) {
            try (Media media = prepare(body)) {
                assertThat(media.length()).isEqualTo(picture.length);
                assertThat(Samples.read(media)).isEqualTo(picture);
                assertThat(Samples.read(media)).isEqualTo(picture);
                assertThat(list(spoolParent)).isEmpty();
            }
        }
        assertThat(buffer.position()).isEqualTo(7);
        assertThat(buffer.remaining()).isEqualTo(picture.length);
        assertThat(path).exists();
    }

    @Test
    void aBufferThatIsReadElsewhereLosesNothing() throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(Samples.bytes("picture.png"));
        Media media = prepare(buffer);
        buffer.position(buffer.limit());
        assertThat(media.length()).isEqualTo(buffer.limit());
        assertThat(Samples.read(media)).isEqualTo(Samples.bytes("picture.png"));
    }

    @Test
    void takesTheNameOfTheFileUnlessOneIsGiven() {
        File file = Samples.path("picture.png").toFile();
        assertThat(prepare(file).fileName()).isEqualTo("picture.png");
        assertThat(prepare(new Wrapped(file, null, file.length())).fileName()).isEqualTo("picture.png");
        assertThat(prepare(file, null, "/in/封面.jpg").fileName()).isEqualTo("封面.png");
        assertThat(prepare(Samples.bytes("picture.png")).fileName()).isEqualTo("image.png");
    }

    static Stream<UploadRule> rules() {
        return Stream.concat(
                Arrays.stream(MaterialType.values()).map(MaterialType::rule), Stream.of(UploadRule.ARTICLE_IMAGE));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void exactlyTheLimitPasses(UploadRule rule) {
        String sample = switch (rule.defaultFormat()) {
            case MP3 -> "cbr.mp3";
            case MP4 -> "clip.mp4";
            default -> "picture.jpg";
        };
        byte[] limit = Samples.filledUp(sample, (int) rule.limit());
        assertThat(prepare(limit, rule, null).length()).isEqualTo(rule.limit());

        byte[] more = Samples.filledUp(sample, (int) rule.limit() + 1);
        InvalidMaterialException e = refused(() -> prepare(more, rule, "a.x"));
        assertThat(e.getFileName()).isEqualTo("a.x");
        assertThat(e.getLimit()).isEqualTo(rule.limit());
        assertThat(e.getActual()).isEqualTo(rule.limit() + 1);
        assertThat(e).hasMessageContaining("the limit for " + rule.name());

        assertThat(unchecked(more, rule, null).length()).isEqualTo(rule.limit() + 1);
    }

    @Test
    void theHardCapHoldsWithoutChecksToo() {
        int cap = 20 * 1024 * 1024;
        assertThat(unchecked(Samples.filledUp("clip.mp4", cap), null, null).length()).isEqualTo(cap);
        InvalidMaterialException e = refused(() -> unchecked(Samples.filledUp("clip.mp4", cap + 1), null, null));
        assertThat(e.getLimit()).isEqualTo(cap);
        assertThat(e).hasMessageContaining("20,971,520 bytes (20 MB)");
    }

    @Test
    void saysWhatIsWrongAndWhatHelps() throws IOException {
        assertThat(refused(() -> prepare(Samples.path("picture.webp"), null, "photo.jpg"))).hasMessage(
                "photo.jpg: WeChat's image takes bmp, png, jpeg, jpg, gif; this is WebP (by its content)."
                                                                                                       + " Convert it to one of these.");
        assertThat(refused(() -> prepare(Samples.path("clip.mov"), MaterialType.VIDEO.rule(), "clip.mp4"))).hasMessage(
                "clip.mp4: WeChat's video takes mp4; this is QuickTime (MOV) (by its content). Convert it to one of these.");
        assertThat(refused(() -> prepare(Samples.path("picture.png"), MaterialType.THUMB.rule(), null))).hasMessage(
                "picture.png: WeChat's thumb takes jpg; this is PNG (by its content)."
                                                                                                                    + " Convert it to one of these, or set type=image.");
        assertThat(refused(() -> prepare(Samples.filledUp("clip.mp4", 12 << 20), null, "clip.mp4"))).hasMessage(
                "clip.mp4: 12,582,912 bytes (12.0 MB), the limit for video is 10,485,760 bytes (10 MB)."
                                                                                                                + " Cut it or lower its bit rate or resolution.");
        assertThat(refused(() -> prepare("hello".getBytes(StandardCharsets.UTF_8)))).hasMessageStartingWith(
                "message body: WeChat takes bmp, png, jpeg, jpg, gif (image); mp3, wma, wav, amr (voice); mp4 (video);"
                                                                                                            + " this is text.");
        assertThat(refused(() -> prepare(Arrays.copyOf(new byte[] { 1 }, 100), MaterialType.VOICE.rule(), "a.mp3")))
                .hasMessageContaining(
                        "WeChat's voice takes mp3, wma, wav, amr; the content of this is none of the known formats");
        assertThat(refused(() -> prepare(Samples.filledUp("picture.jpg", 1 << 20), UploadRule.ARTICLE_IMAGE, null)))
                .hasMessageContaining("the limit for uploadImage is below 1,048,576 bytes (1 MB)");
        assertThat(refused(() -> prepare("/in/camel.png".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("if it is a path or an address, send what it names")
                .hasMessageNotContainingAny("validate");
        assertThat(refused(() -> prepare(Arrays.copyOf(new byte[] { 1 }, 100))))
                .hasMessageContaining("set type and validate=false");
        assertThat(refused(() -> prepare(Arrays.copyOf(new byte[] { 1 }, 100), UploadRule.ARTICLE_IMAGE, null)))
                .hasMessageContaining(
                        "If you are sure of it, set validate=false.");
        byte[] damaged = new String(Samples.bytes("picture.png"), StandardCharsets.ISO_8859_1).replace("\r\n", "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(() -> prepare(damaged))).hasMessageContaining("binary=true");
        assertThat(refused(() -> prepare(new byte[] { '%', 'P', 'D', 'F', '-' }))).hasMessageContaining("this is PDF");
    }

    @Test
    void refusesWhatIsNoMediaAtAll() throws IOException {
        Path empty = Files.createFile(temporary.resolve("empty.png"));
        for (Object body : new Object[] { empty, new byte[0], ByteBuffer.allocate(0), new Wrapped(empty.toFile(), null, 0) }) {
            assertThat(refused(() -> prepare(body))).hasMessageContaining("it is empty");
            assertThat(refused(() -> unchecked(body, MaterialType.IMAGE.rule(), null))).hasMessageContaining("it is empty");
        }
        assertThat(refused(() -> prepare(temporary.resolve("gone.png")))).hasMessageStartingWith("gone.png: there is no such")
                .hasCauseInstanceOf(IOException.class);
        assertThat(refused(() -> prepare(temporary.toFile()))).hasMessageContaining("this is a folder");
        assertThat(refused(() -> prepare(Path.of("/dev/zero")))).hasMessageContaining("not a regular file");
        assertThat(refused(() -> prepare(null))).hasMessageContaining("there is no body");
        assertThat(refused(() -> prepare(42))).hasMessageContaining("java.lang.Integer");
        assertThat(refused(() -> prepare(new Wrapped("remote", null, 5)))).hasMessageContaining("there is no body");
    }

    @Test
    void namesThatTheFileSystemDoesNotTakeAreARefusal() {
        assertThat(refused(() -> prepare(new File("/in/封\0面.png")))).hasMessageStartingWith("封_面.png: this name")
                .hasMessageContaining("LC_ALL");
    }

    @Test
    void anInterruptedThreadIsNoFaultOfTheFile() {
        Thread.currentThread().interrupt();
        Throwable e = catchThrowableOfType(WechatMaterialException.class, () -> prepare(Samples.path("picture.png")));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(e).isExactlyInstanceOf(WechatMaterialException.class).hasMessageContaining("reading the body failed");
        assertThat(prepare(Samples.path("picture.png")).length()).isPositive();
    }

    @Test
    void noControlCharacterReachesAMessage() {
        InvalidMaterialException e = refused(() -> prepare(new byte[9], null, "x/evil\r\nINFO all is well\u202e.png"));
        assertThat(e.getMessage()).doesNotContain("\r", "\n", "\u202e");
        assertThat(e.getFileName()).isEqualTo("evil__INFO all is well_.png");
    }

    @Test
    void aBindingPromiseMustBeKept() {
        byte[] picture = Samples.bytes("picture.png");
        for (long promised : new long[] { picture.length - 1, picture.length + 1, 0 }) {
            InvalidMaterialException e = refused(
                    () -> preparer.prepare(new MediaRequest(Body.of(picture), null, "a.png", promised, true, true)));
            assertThat(e).hasMessageContaining("FTP in text mode").hasMessageContaining("binary=true");
            assertThat(e.getLimit()).isEqualTo(promised);
            assertThat(e.getActual()).isEqualTo(picture.length);

            assertThat(preparer.prepare(new MediaRequest(Body.of(picture), null, "a.png", promised, false, true)).length())
                    .isEqualTo(picture.length);
        }
        assertThat(preparer.prepare(new MediaRequest(Body.of(picture), null, null, picture.length, true, true)).length())
                .isEqualTo(picture.length);
        // a header that some other step has left does not overrule what the wrapped file knows
        assertThat(preparer
                .prepare(new MediaRequest(Body.of(new Wrapped("r", picture, picture.length)), null, null, 1, true, true))
                .length()).isEqualTo(picture.length);
        assertThat(refused(() -> prepare(new Wrapped("r", picture, picture.length + 5)))).hasMessageContaining("promised");
        // polled while it was still empty
        File file = Samples.path("picture.png").toFile();
        assertThat(refused(() -> prepare(new Wrapped(file, null, 0)))).hasMessageContaining("still being written");
        assertThat(refused(() -> unchecked(new Wrapped(file, null, 0), null, null))).hasMessageContaining("promised");
    }

    @Test
    void withoutChecksTheTypeComesFromTheContentOrTheUser() {
        Media webp = unchecked(Samples.path("picture.webp"), MaterialType.IMAGE.rule(), null);
        assertThat(webp.fileName()).isEqualTo("picture.webp.jpg");
        assertThat(webp.format()).isEqualTo(MediaFormat.WEBP);

        Media unknown = unchecked(new byte[10], MaterialType.VOICE.rule(), "x.amr");
        assertThat(unknown.fileName()).isEqualTo("x.amr");
        assertThat(unknown.format()).isNull();
        assertThat(unknown.contentType()).isEqualTo("application/octet-stream");

        assertThat(unchecked(Samples.path("clip.mp4"), null, null).rule()).isEqualTo(MaterialType.VIDEO.rule());
        assertThat(refused(() -> unchecked(new byte[10], null, null))).hasMessageContaining("Set type");
        assertThat(refused(() -> unchecked(Samples.path("picture.webp"), null, null))).hasMessageContaining("Set type");
    }

    @Test
    void aFileThatChangesShowsAsItIs() throws IOException {
        byte[] picture = Samples.bytes("picture.png");
        Path file = Files.write(temporary.resolve("grows.png"), picture);
        Media media = prepare(file);

        Files.write(file, Arrays.copyOf(picture, picture.length + 3));
        assertThat(Samples.read(media)).hasSize(picture.length + 3);
        Files.write(file, Arrays.copyOf(picture, 5));
        assertThat(Samples.read(media)).hasSize(5);
        assertThat(media.length()).isEqualTo(picture.length);
        Files.delete(file);
        assertThat(Samples.read(media)).as("open until it is closed").hasSize(5);
        media.close();
    }

    @Test
    void showsNoContent() {
        MediaRequest request = new MediaRequest(Body.of("the body"), null, "name", -1, false, true);
        assertThat(request.toString()).doesNotContain("the body");
        assertThat(WechatMaterialException.class).isAssignableFrom(InvalidMaterialException.class);
    }

    private static InvalidMaterialException refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        InvalidMaterialException e = catchThrowableOfType(InvalidMaterialException.class, call);
        assertThat(e).isNotNull();
        return e;
    }
}
