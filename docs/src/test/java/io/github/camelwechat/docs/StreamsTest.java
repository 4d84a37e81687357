package io.github.camelwechat.docs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.library.Material;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dataformat.zipfile.ZipSplitter;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.FileUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What the page on streams says of temporary files, of closing, and of what is fetched. */
class StreamsTest {

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int THRESHOLD = 128 << 10;

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @TempDir
    Path here;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AtomicInteger closed = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        DemoAccount.addTo(context, wechat);
        context.addRoutes(new StreamRoutes());
        context.start();
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
        assertThat(folders()).isEmpty();
    }

    private InputStream stream(int size) {
        return new ByteArrayInputStream(PaddedPictures.png(size)) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    private Exchange send(String to, Object body) {
        return context.createFluentProducerTemplate().to(to).withBody(body).send();
    }

    /** Those of this process. */
    private static List<Path> folders() throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")),
                "camel-wechat-material-" + ProcessHandle.current().pid() + "-*")) {
            found.forEach(folders::add);
        }
        return folders;
    }

    private static List<Path> temporaryFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
            try (Stream<Path> found = Files.list(folder)) {
                found.filter(file -> file.toString().endsWith(".spool")).forEach(files::add);
            }
        }
        return files;
    }

    private void whileUnderWay(Object body, Consumer<List<Path>> check) throws Exception {
        CompletableFuture<Object> upload;
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL)) {
            upload = context.createProducerTemplate().asyncSendBody("direct:films", body);
            gate.awaitHeld(1, SOON);
            check.accept(temporaryFiles());
        }
        assertThat(upload).succeedsWithin(SOON);
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void aSmallStreamStaysInMemory() throws Exception {
        whileUnderWay(stream(THRESHOLD), files -> assertThat(files).isEmpty());
        assertThat(closed).hasValue(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLargerOneIsCopiedIntoAFileUntilItsAnswer() throws Exception {
        whileUnderWay(stream(THRESHOLD + 1), files -> {
            assertThat(files).as("it has no name").isEmpty();
            assertThat(openSpoolFiles()).singleElement().satisfies(
                    file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        });
        assertThat(closed).hasValue(1);
    }

    private static List<Path> openSpoolFiles() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(StreamsTest::isSpoolFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSpoolFile(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().contains(".spool");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFileIsNotCopied() throws Exception {
        Path file = Files.write(here.resolve("a.png"), PaddedPictures.png(1 << 20));
        whileUnderWay(file, files -> assertThat(files).isEmpty());
    }

    @Test
    void aRefusedStreamIsClosedToo() {
        assertThat(send("direct:films", stream(11 << 20)).getException()).isInstanceOf(InvalidMaterialException.class);
        assertThat(closed).hasValue(1);
    }

    @Test
    void aCachedStreamCanBeSentAgainAndAUsedOneCannot() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0));
                from("direct:cached").to("wechat-material:default");
                from("direct:used").streamCache("false").to("wechat-material:default");
            }
        });
        wechat.faults().next(ADD_MATERIAL, Fault.errcode(45011));
        assertThat(send("direct:cached", stream(1000)).getException()).isNull();

        wechat.faults().next(ADD_MATERIAL, Fault.errcode(45011));
        assertThat(send("direct:used", stream(1000)).getException()).isInstanceOf(InvalidMaterialException.class)
                .hasMessageContaining("it is empty (0 bytes)");
    }

    @Test
    void whatIsFetchedIsWrittenOrKept() throws Exception {
        FileUtil.removeDir(Path.of("fetched").toFile());
        byte[] picture = PaddedPictures.png(THRESHOLD + 1);
        String mediaId = send("direct:scans", picture).getMessage().getHeader("CamelWechatMaterialMediaId", String.class);
        Map<String, Object> which = Map.of("CamelWechatMaterialMediaId", mediaId);

        Exchange written = context.createFluentProducerTemplate().to("direct:fetch").withHeaders(which).send();
        assertThat(Path.of("fetched", written.getMessage().getHeader("CamelWechatMaterialFileName", String.class)))
                .hasBinaryContent(picture);
        assertThat(temporaryFiles()).as("it has no name").isEmpty();

        Exchange kept = context.createFluentProducerTemplate().to("direct:fetch-and-keep").withHeaders(which).send();
        assertThat(kept.getMessage().getBody()).isEqualTo(picture);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void entryOfAZipArchiveIsACacheOfItsOwnName() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:archive").split(new ZipSplitter()).streaming().to("wechat-material:default");
            }
        });
        CompletableFuture<Exchange> upload;
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL)) {
            upload = context.createProducerTemplate().asyncSend("direct:archive", exchange -> {
                exchange.getMessage().setHeader(Exchange.FILE_LENGTH, 1);
                exchange.getMessage().setBody(archive("photos/a.png", "b.png"));
            });
            gate.awaitHeld(1, SOON);
            assertThat(openSpoolFiles()).isEmpty();
        }
        assertThat(upload).succeedsWithin(SOON).extracting(Exchange::getException).isNull();
        assertThat(wechat.library("wxdemo").materials()).extracting(Material::name, Material::size)
                .containsExactlyInAnyOrder(tuple("a.png", THRESHOLD + 1L), tuple("b.png", THRESHOLD + 1L));
    }

    private static InputStream archive(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(PaddedPictures.png(THRESHOLD + 1));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
