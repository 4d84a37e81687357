package io.github.camelwechat.material;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.support.SimpleTypeConverter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be the body, and what is refused before anything is sent. */
class BodyKindsTest {

    private record Picture(byte[] bytes) {
    }

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @TempDir
    Path folder;

    private final byte[] png = Samples.png(3000, 7);

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    private Path file() throws Exception {
        return Files.write(folder.resolve("a.png"), png);
    }

    private void isStored(Object body) {
        assertThat(wechat.upload(body).getException()).isNull();
        assertThat(wechat.simulator().library(Wechat.APP).materials()).hasSize(1)
                .allSatisfy(material -> assertThat(material.bytes()).isEqualTo(png));
    }

    private WechatMaterialException refused(Object body) {
        Exchange result = wechat.upload(body);
        assertThat(result.getException()).isInstanceOf(WechatMaterialException.class);
        assertThat(wechat.simulator().journal().entries()).isEmpty();
        return (WechatMaterialException) result.getException();
    }

    @Test
    void aFile() throws Exception {
        isStored(file().toFile());
    }

    @Test
    void aPath() throws Exception {
        isStored(file());
    }

    @Test
    void aWrappedFile() throws Exception {
        GenericFile<File> wrapped = new GenericFile<>();
        wrapped.setFile(file().toFile());
        wrapped.setFileLength(png.length);
        isStored(wrapped);
    }

    @Test
    void aWrappedRemoteFileWhoseBodyIsAStream() {
        GenericFile<Object> wrapped = new GenericFile<>();
        wrapped.setFile(new Object());
        wrapped.setFileLength(png.length);
        wrapped.setBody(new ByteArrayInputStream(png));
        isStored(wrapped);
    }

    @Test
    void aStreamWhichIsThenClosed() {
        AtomicBoolean closed = new AtomicBoolean();
        isStored(new ByteArrayInputStream(png) {
            @Override
            public void close() {
                closed.set(true);
            }
        });
        assertThat(closed).isTrue();
    }

    @Test
    void bytes() {
        isStored(png);
    }

    @Test
    void aBuffer() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(png.length + 20).position(10).put(png).flip().position(10);
        isStored(buffer);
        assertThat(buffer.remaining()).isEqualTo(png.length);
    }

    @Test
    void aStreamCacheWhichCanBeReadAgain() throws Exception {
        StreamCache cache = new InputStreamCache(png);
        isStored(cache);
        assertThat(((InputStream) cache).readAllBytes()).isEqualTo(png);
    }

    @Test
    void whatCamelsConvertersMakeAStreamOf() {
        wechat.context().getTypeConverterRegistry().addTypeConverter(InputStream.class, Picture.class,
                new SimpleTypeConverter(
                        false, (type, exchange, value) -> new ByteArrayInputStream(((Picture) value).bytes())));
        isStored(new Picture(png));
    }

    @Test
    void orBytes() {
        wechat.context().getTypeConverterRegistry().addTypeConverter(byte[].class, Picture.class,
                new SimpleTypeConverter(false, (type, exchange, value) -> ((Picture) value).bytes()));
        isStored(new Picture(png));
    }

    @Test
    void orAFile() throws Exception {
        File file = file().toFile();
        wechat.context().getTypeConverterRegistry().addTypeConverter(File.class, Picture.class,
                new SimpleTypeConverter(false, (type, exchange, value) -> file));
        isStored(new Picture(png));
    }

    @Test
    void anythingElseIsRefusedByItsClass() {
        assertThat(refused(new Picture(png))).isInstanceOf(InvalidMaterialException.class)
                .hasMessageContaining(Picture.class.getName()).hasMessageContaining("cannot be uploaded");
        wechat.simulator().journal().clear();
        assertThat(refused(List.of(png))).isInstanceOf(InvalidMaterialException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "inbox/a.png", "https://example.com/a.png", "hello", "" })
    void aTextIsNoMedia(String text) {
        assertThat(refused(text)).isInstanceOf(InvalidMaterialException.class).hasMessageContaining("text");
        assertThat(refused(CharBuffer.wrap(text))).isInstanceOf(InvalidMaterialException.class);
    }

    @Test
    void norIsAReaderOrAMap() {
        assertThat(refused(new StringReader("hello"))).isInstanceOf(InvalidMaterialException.class);
        assertThat(refused(Map.of("a", 1))).isInstanceOf(InvalidMaterialException.class);
    }

    @Test
    void noBodyIsSaidSo() {
        assertThat(refused(null)).isInstanceOf(InvalidMaterialException.class).hasMessageContaining("there is no body");
    }

    @Test
    void aRouteCanTellTheReasons() throws Exception {
        GenericFile<Object> torn = new GenericFile<>();
        torn.setFile(new Object());
        torn.setFileLength(png.length + 1);
        torn.setBody(new ByteArrayInputStream(png));
        Map<InvalidMaterialException.Reason, Object> bodies = new EnumMap<>(InvalidMaterialException.Reason.class);
        bodies.put(InvalidMaterialException.Reason.BODY, folder);
        bodies.put(InvalidMaterialException.Reason.UNREADABLE, folder.resolve("gone.png"));
        bodies.put(InvalidMaterialException.Reason.EMPTY, new byte[0]);
        bodies.put(InvalidMaterialException.Reason.FORMAT, "plain text".getBytes(StandardCharsets.UTF_8));
        bodies.put(InvalidMaterialException.Reason.SIZE, Samples.png((10 << 20) + 1, 1));
        bodies.put(
                InvalidMaterialException.Reason.PLAY_TIME,
                Arrays.copyOf("#!AMR\n".getBytes(StandardCharsets.US_ASCII), 6 + 13 * 50 * 61));
        bodies.put(InvalidMaterialException.Reason.LENGTH, torn);

        // the other one is that of articles, which are no uploads
        assertThat(bodies).containsOnlyKeys(EnumSet.complementOf(EnumSet.of(InvalidMaterialException.Reason.ARTICLE)));
        bodies.forEach((reason, body) -> assertThat(refused(body)).isInstanceOfSatisfying(
                InvalidMaterialException.class, e -> assertThat(e.getReason()).isEqualTo(reason)));
    }

    @Test
    void anEmptyBodyIsSaidSo() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.png"));

        assertThat(refused(empty)).isInstanceOf(InvalidMaterialException.class).hasMessageContaining("empty.png: it is empty");
        assertThat(refused(new byte[0])).hasMessageContaining("it is empty");
        assertThat(refused(InputStream.nullInputStream())).hasMessageContaining("it is empty");
        assertThat(refused(ByteBuffer.allocate(0))).hasMessageContaining("it is empty");
        assertThat(refused(new InputStreamCache(new byte[0]))).hasMessageContaining("it is empty");
    }

    @Test
    void aMissingFileOrAFolderIsSaidSo() {
        assertThat(refused(folder.resolve("gone.png"))).isInstanceOf(InvalidMaterialException.class)
                .hasMessageContaining("gone.png: there is no such file");
        assertThat(refused(folder)).isInstanceOf(InvalidMaterialException.class).hasMessageContaining("this is a folder");
    }

    @Test
    void aFileOfExactlyTheLimitPassesAndOneByteMoreDoesNot() {
        byte[] limit = Samples.png(10 << 20, 1);
        assertThat(wechat.upload(limit).getException()).isNull();
        wechat.simulator().journal().clear();

        assertThat(refused(Samples.png((10 << 20) + 1, 1))).isInstanceOfSatisfying(InvalidMaterialException.class, e -> {
            assertThat(e.getLimit()).isEqualTo(10 << 20);
            assertThat(e.getActual()).isEqualTo((10 << 20) + 1);
        });
    }

    @Test
    void aVoiceOfMoreThanAMinuteIsRefused() {
        byte[] voice = Arrays.copyOf("#!AMR\n".getBytes(StandardCharsets.US_ASCII), 6 + 13 * 50 * 61);

        assertThat(refused(voice)).isInstanceOfSatisfying(InvalidMaterialException.class, e -> {
            assertThat(e).hasMessage("message body: the voice takes 61.0 s, WeChat allows 60 s. Cut it.");
            assertThat(e.getLimit()).isEqualTo(60_000);
            assertThat(e.getActual()).isEqualTo(61_000);
        });
        // not checked here, it is WeChat that refuses it
        assertThat(wechat.upload("wechat-material:default?validate=false", voice, Map.of()).getException())
                .isInstanceOfSatisfying(WechatApiException.class, e -> assertThat(e.getErrcode()).isEqualTo(45007));
    }

    @Test
    void aPromisedLengthThatIsNotKeptIsAnErrorForARemoteFile() {
        GenericFile<Object> wrapped = new GenericFile<>();
        wrapped.setFile(new Object());
        wrapped.setFileLength(png.length + 1);
        wrapped.setBody(new ByteArrayInputStream(png));

        assertThat(refused(wrapped)).isInstanceOf(InvalidMaterialException.class).hasMessageContaining("were promised");
    }
}
