package io.github.camelwechat.material;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.simulator.fault.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Each failure says for itself whether the message may be sent again, and whether it may be in the library already. */
class SendAgainTest {

    private static final String UPLOAD = "wechat-material:default";
    private static final String COUNT = "wechat-material:default?operation=getMaterialCount";
    private static final String COUNT_PATH = "/cgi-bin/material/get_materialcount";

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    private WechatMaterialException failure(String uri, Object body, Class<? extends WechatMaterialException> kind) {
        Exception failure = wechat.upload(uri, body, Map.of()).getException();
        assertThat(failure).isExactlyInstanceOf(kind);
        return kind.cast(failure);
    }

    private static void safe(WechatMaterialException failure) {
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure.mayHaveTakenEffect()).isFalse();
    }

    private static void pointless(WechatMaterialException failure) {
        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure.mayHaveTakenEffect()).isFalse();
    }

    private static void dangerous(WechatMaterialException failure) {
        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure.mayHaveTakenEffect()).isTrue();
    }

    @Test
    void aBodyThatIsRefusedIsTheSameTheNextTime() {
        pointless(failure(UPLOAD, new byte[0], InvalidMaterialException.class));
    }

    @Test
    void aStreamThatBreaksMayBeWholeTheNextTime() {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("the disk is gone");
            }
        };

        safe(failure(UPLOAD, broken, WechatMaterialException.class));
    }

    @Test
    void whatWasNotSentMayBe() {
        wechat.configuration().setSecret(null);
        wechat.configuration().setAccessToken("T");
        wechat.configuration().setApiUrl("http://127.0.0.1:1");

        safe(failure(UPLOAD, Samples.png(), NotSentException.class));
    }

    @Test
    void anUploadWithoutAnAnswerMayBeInTheLibrary() {
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.answerLost());

        dangerous(failure(UPLOAD, Samples.png(), UnknownOutcomeException.class));
    }

    @Test
    void aCountWithoutAnAnswerHasChangedNothing() {
        wechat.simulator().faults().always(COUNT_PATH, Fault.answerLost());

        safe(failure(COUNT, null, UnknownOutcomeException.class));
    }

    @Test
    void aCountWhoseAnswerIsCutOffHasChangedNothingEither() {
        wechat.simulator().faults().always(COUNT_PATH, Fault.answerCut(5));

        safe(failure(COUNT, null, UnknownOutcomeException.class));
    }

    @Test
    void whenSomebodyElseAnswersTheUploadMayHaveArrived() {
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.status(502));

        dangerous(failure(UPLOAD, Samples.png(), UnexpectedAnswerException.class));
    }

    @Test
    void whatWechatWasTooBusyForMayBeStoredAllTheSame() {
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.errcode(-1));

        dangerous(failure(UPLOAD, Samples.png(), WechatApiException.class));
    }

    @Test
    void aCountThatWechatWasTooBusyForMayBeAskedForAgain() {
        wechat.simulator().faults().always(COUNT_PATH, Fault.errcode(-1));

        safe(failure(COUNT, null, WechatApiException.class));
    }

    @Test
    void whatWechatRefusesIsNotStored() {
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.errcode(40005));

        pointless(failure(UPLOAD, Samples.png(), WechatApiException.class));
    }
}
