package io.github.camelwechat.ftp;

import java.util.Map;

import org.apache.camel.RoutesBuilder;
import org.apache.ftpserver.ftplet.Ftplet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.apache.ftpserver.ftplet.FtpReply.REPLY_226_CLOSING_DATA_CONNECTION;
import static org.apache.ftpserver.ftplet.FtpReply.REPLY_426_CONNECTION_CLOSED_TRANSFER_ABORTED;
import static org.assertj.core.api.Assertions.assertThat;

/** A transfer that breaks off in the middle is no upload: the file stays, and the next poll takes it whole. */
class CutTransferTest extends FtpServerTest {

    /** Above and below what is kept in memory of a stream. */
    private static final int LARGE = 3_000_000;
    private static final int SMALL = 20_000;

    private final CutDownloads downloads = new CutDownloads(2);
    private Inbox fetched;

    @Override
    Map<String, Ftplet> ftplets() {
        return Map.of("cut", downloads);
    }

    @BeforeEach
    void fill() throws Exception {
        fetched = new Inbox(folder.resolve("fetched"));
        inbox.put("large.png", Pictures.png(LARGE));
        inbox.put("small.png", Pictures.png(SMALL));
    }

    private void start(RoutesBuilder routes) {
        Map<String, String> settings = Application.settings("ftp", server, wechat.url());
        settings.put("fetch.folder", "pictures");
        settings.put("upload.folder", fetched.path().toString());
        application = new Application(settings, routes);
    }

    /** It says so, or takes what was sent for the whole. */
    @ParameterizedTest
    @ValueSource(ints = { REPLY_426_CONNECTION_CLOSED_TRANSFER_ABORTED, REPLY_226_CLOSING_DATA_CONNECTION })
    void inOneStep(int reply) {
        downloads.reply(reply);
        start(new FtpRoutes());

        inbox.await(".done/large.png");
        inbox.await(".done/small.png");
        assertThatBothAreStoredWhole();
    }

    @ParameterizedTest
    @ValueSource(ints = { REPLY_426_CONNECTION_CLOSED_TRANSFER_ABORTED, REPLY_226_CLOSING_DATA_CONNECTION })
    void inTwoSteps(int reply) {
        downloads.reply(reply);
        start(new TwoStageRoutes());

        fetched.await(".done/large.png");
        fetched.await(".done/small.png");
        assertThatBothAreStoredWhole();
    }

    private void assertThatBothAreStoredWhole() {
        assertThat(downloads.transfers()).as("transfers").isEqualTo(4);
        assertThat(wechat.library("wxdemo").materials()).extracting(material -> (int) material.size())
                .containsExactlyInAnyOrder(LARGE, SMALL);
        assertThat(wechat.journal().count(ADD_MATERIAL)).as("uploads").isEqualTo(2);
    }
}
