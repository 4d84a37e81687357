package io.github.camelwechat.material;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.material.error.InvalidMaterialException;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.RemoteFile;
import org.apache.commons.net.ftp.FTPFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies as the consumers of FTP, S3 and JMS hand them on, in the classes that these use. */
class FeedBodiesTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @TempDir
    Path folder;

    private final byte[] png = Samples.png(300_000, 7);
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger aborted = new AtomicInteger();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    @Test
    void anFtpFileThatIsStreamed() throws Exception {
        isStoredAs("照片 b.png", ftp(png.length, stream(png)));
        assertThat(closed).hasValue(1);
    }

    @Test
    void anFtpFileWhoseListingHasNoSize() throws Exception {
        isStoredAs("照片 b.png", ftp(-1, stream(png)));
    }

    @Test
    void anFtpFileThatWasFetchedIntoAFolder() throws Exception {
        Path fetched = Files.write(folder.resolve("b.png.inprogress"), png);
        isStoredAs("照片 b.png", ftp(png.length, fetched.toFile()));
        assertThat(fetched).as("Camel's to delete").hasBinaryContent(png);
    }

    @Test
    void anFtpFileThatLostBytesInTextModeIsRefused() {
        assertThat(refused(ftp(png.length + 3, stream(png)))).hasMessageStartingWith("照片 b.png: ")
                .hasMessageContaining("binary=true");
        assertThat(closed).hasValue(1);
    }

    @Test
    void anObjectOfS3() throws Exception {
        isStoredAs("封面.png", s3(png.length, png));
        assertThat(closed).hasValue(1);
        assertThat(aborted).as("its connection can be used again").hasValue(0);
    }

    @Test
    void anObjectOfS3ThatIsCutShortIsRefused() {
        assertThat(refused(s3(png.length, Arrays.copyOf(png, png.length - 1)))).hasMessageContaining("were promised");
        assertThat(closed).hasValue(1);
    }

    @Test
    void anObjectOfS3ThatIsNoMediaIsClosedToo() {
        assertThat(refused(s3(100_000, new byte[100_000]))).hasMessageContaining("nothing but zeros");
        assertThat(closed).as("or a connection of the pool is lost").hasValue(1);
    }

    @Test
    void aBytesMessageOfJms() throws Exception {
        // Camel's own headers do not cross JMS; a length that some header tells is not that of the array
        isStoredAs("voucher.png", with(png, Map.of(
                "JMSMessageID", "ID:1", "JMSDestination", "queue://in", "JMSXDeliveryCount", 1, "file_name", "ignored.png",
                Exchange.FILE_NAME, "in/voucher.png", Exchange.FILE_LENGTH, 5L)));
    }

    private interface Feed {
        void hand(Exchange exchange);
    }

    /** As the consumer makes it of a listing, and puts it on an exchange. */
    private Feed ftp(long size, Object body) {
        FTPFile listed = new FTPFile();
        listed.setType(FTPFile.FILE_TYPE);
        listed.setName("照片 b.png");
        listed.setSize(size);
        RemoteFile<FTPFile> remote = new RemoteFile<>();
        remote.setEndpointPath("in");
        remote.setHostname("ftp.example.com");
        remote.setFile(listed);
        remote.setFileName("2026/照片 b.png");
        remote.setFileNameOnly("照片 b.png");
        remote.setRelativeFilePath("2026/照片 b.png");
        remote.setAbsoluteFilePath("in/2026/照片 b.png");
        remote.setFileLength(listed.getSize());
        remote.setBody(body);
        return exchange -> {
            remote.bindToExchange(exchange);
            exchange.getMessage().setBody(remote);
        };
    }

    private Feed s3(long length, byte[] bytes) {
        AbortableInputStream http = AbortableInputStream.create(stream(bytes), aborted::incrementAndGet);
        return with(new ResponseInputStream<>("GetObjectResponse", http), Map.of(
                "CamelAwsS3Key", "in/封面.png", "CamelAwsS3BucketName", "inbox", "CamelAwsS3ContentLength", length,
                "CamelAwsS3ContentType", "image/png", "CamelAwsS3ETag", "\"5d41402abc4b2a76b9719d911017c592\"",
                // of a file that an earlier step of the route has written
                Exchange.FILE_LENGTH, 5L));
    }

    private static Feed with(Object body, Map<String, Object> headers) {
        return exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        };
    }

    private InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public void close() throws IOException {
                closed.incrementAndGet();
                super.close();
            }
        };
    }

    private void isStoredAs(String name, Feed feed) {
        assertThat(wechat.send("wechat-material:default", feed::hand).getException()).isNull();
        assertThat(wechat.simulator().library(Wechat.APP).materials()).singleElement().satisfies(material -> {
            assertThat(material.name()).isEqualTo(name);
            assertThat(material.bytes()).isEqualTo(png);
        });
    }

    private InvalidMaterialException refused(Feed feed) {
        Exception e = wechat.send("wechat-material:default", feed::hand).getException();
        assertThat(e).isInstanceOf(InvalidMaterialException.class);
        assertThat(wechat.simulator().journal().entries()).isEmpty();
        return (InvalidMaterialException) e;
    }
}
