package io.github.camelwechat.material.internal.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.internal.media.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The bytes of the form, written out: each of them is there because WeChat refuses the form without it. */
class MultipartGoldenBytesTest {

    private static final byte[] PNG = Samples.png();
    private static final byte[] MP4 = Samples.mp4(40, 1);

    @Test
    void aPictureIsOnePartAndALineEndBehindTheClosingBoundary() throws Exception {
        MultipartBody body = Bodies.multipart(Bodies.media(PNG, "camel.png"));

        assertThat(Bodies.read(body)).isEqualTo(bytes(
                """
                        --b0undary
                        Content-Disposition: form-data; name="media"; filename="camel.png"
                        Content-Type: image/png

                        """, PNG, """

                        --b0undary--
                        """));
    }

    @Test
    void aVideosDescriptionComesAfterTheFileAsRawJsonWithoutAFileName() throws Exception {
        MultipartBody body = new MultipartBody(
                "b0undary", Bodies.media(MP4, "film.mp4"), new VideoDescription("骆驼 \"🐫\"", "a\\b\nc/d"));

        assertThat(Bodies.read(body)).isEqualTo(bytes(
                """
                        --b0undary
                        Content-Disposition: form-data; name="media"; filename="film.mp4"
                        Content-Type: video/mp4

                        """, MP4, """

                        --b0undary
                        Content-Disposition: form-data; name="description"

                        {"title":"骆驼 \\"🐫\\"","introduction":"a\\\\b\\nc/d"}
                        --b0undary--
                        """));
    }

    @ParameterizedTest
    @MethodSource
    void theNameIsRawUtf8BetweenQuotes(String wanted, String sent) throws Exception {
        MultipartBody body = Bodies.multipart(Bodies.media(PNG, wanted));

        assertThat(Bodies.read(body)).startsWith(
                bytes("--b0undary\nContent-Disposition: form-data; name=\"media\"; filename=\"" + sent + "\"\n", new byte[0],
                        "Content-Type: image/png\n\n"));
    }

    static Stream<Arguments> theNameIsRawUtf8BetweenQuotes() {
        return Stream.of(
                Arguments.of("骆驼.png", "骆驼.png"),
                Arguments.of("two words.png", "two words.png"),
                Arguments.of("🐫 𠮷.png", "🐫 𠮷.png"),
                Arguments.of("100%;a=b,*'.png", "100%;a=b,*'.png"),
                Arguments.of("say \"hi\".png", "say _hi_.png"),
                Arguments.of("a\r\nX-Evil: 1.png", "a__X-Evil: 1.png"),
                Arguments.of("a\0b\u007fc\u0085d.png", "a_b_c_d.png"),
                Arguments.of("half \ud83d.png", "half _.png"),
                Arguments.of("C:\\pictures\\camel.png", "camel.png"),
                Arguments.of("../../camel.png", "camel.png"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 7, 64 * 1024 })
    void theSizeOfTheBufferMakesNoDifference(int buffer) throws Exception {
        VideoDescription description = new VideoDescription("骆驼", "");
        byte[] film = Samples.mp4(200_000, 2);
        MultipartBody body = new MultipartBody("b0undary", Bodies.media(film, "骆驼.mp4"), description);

        assertThat(Bodies.read(body, buffer)).isEqualTo(bytes(
                "--b0undary\nContent-Disposition: form-data; name=\"media\"; filename=\"骆驼.mp4\"\nContent-Type: video/mp4\n\n",
                film,
                """

                        --b0undary
                        Content-Disposition: form-data; name="description"

                        {"title":"骆驼","introduction":""}
                        --b0undary--
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = { "camel.png", "骆驼.png", "🐫.png" })
    void theLengthIsThatOfTheBytes(String name) throws Exception {
        MultipartBody picture = Bodies.multipart(Bodies.media(Samples.png(70_000, 3), name));
        MultipartBody film = new MultipartBody("b0undary", Bodies.media(MP4, name), new VideoDescription("骆驼🐫", "\u0001"));

        assertThat(picture.contentLength()).isEqualTo(Bodies.read(picture).length);
        assertThat(film.contentLength()).isEqualTo(Bodies.read(film).length);
    }

    @Test
    void theBoundaryStandsUnquotedInTheHeader() {
        assertThat(Bodies.multipart(Bodies.media(PNG, null)).contentType()).isEqualTo("multipart/form-data; boundary=b0undary");
    }

    @Test
    void noneOfALongTextIsEscaped() throws Exception {
        String text = "骆🐫".repeat(20_000);
        MultipartBody body = new MultipartBody("b0undary", Bodies.media(MP4, "film.mp4"), new VideoDescription("骆驼", text));

        assertThat(new String(Bodies.read(body), UTF_8))
                .contains("\r\n{\"title\":\"骆驼\",\"introduction\":\"" + text + "\"}\r\n");
    }

    @Test
    void halfACharacterIsReplaced() throws Exception {
        MultipartBody body = new MultipartBody("b0undary", Bodies.media(MP4, "film.mp4"), new VideoDescription("\ud83d z", ""));

        assertThat(new String(Bodies.read(body), UTF_8)).contains("{\"title\":\"? z\",\"introduction\":\"\"}");
    }

    @Test
    void itCanBeReadAgainFromTheStart() throws Exception {
        try (Media media = Bodies.media(new ByteArrayInputStream(Samples.png(300_000, 4)), "spooled.png")) {
            MultipartBody body = Bodies.multipart(media);

            assertThat(Bodies.read(body)).isEqualTo(Bodies.read(body)).hasSize((int) body.contentLength());
        }
    }

    @Test
    void closingItClosesTheFile() throws Exception {
        ReadableByteChannel channel = Bodies.multipart(Bodies.media(PNG, "camel.png")).open();
        assertThat(channel.isOpen()).isTrue();

        channel.close();

        assertThat(channel.isOpen()).isFalse();
        assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> channel.read(ByteBuffer.allocate(1000)));
    }

    /** @param head and {@code tail}: line ends become CRLF */
    private static byte[] bytes(String head, byte[] file, String tail) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.replace("\n", "\r\n").getBytes(UTF_8));
        all.writeBytes(file);
        all.writeBytes(tail.replace("\n", "\r\n").getBytes(UTF_8));
        return all.toByteArray();
    }

    @Test
    void aBoundaryIsOfLettersAndDigitsOnlyAndNeverTheSameTwice() {
        Set<String> boundaries = Stream.generate(MultipartBody::randomBoundary).limit(10_000).collect(Collectors.toSet());

        assertThat(boundaries).hasSize(10_000).allMatch(boundary -> boundary.matches("[0-9A-Za-z]{20,70}"));
    }
}
