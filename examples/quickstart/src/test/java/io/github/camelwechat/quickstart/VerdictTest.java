package io.github.camelwechat.quickstart;

import java.util.stream.Stream;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Nobody is told to move a file back that may be in the library already. */
class VerdictTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(null, Verdict.STORED),
                arguments(new InvalidMaterialException(
                        InvalidMaterialException.Reason.EMPTY, "empty", null, (Throwable) null), Verdict.REFUSED),
                arguments(new InvalidMaterialException(
                        InvalidMaterialException.Reason.LENGTH, "still written", null, (Throwable) null), Verdict.FAILED),
                arguments(new WechatApiException("addMaterial", 40005, "invalid file type", null), Verdict.REFUSED),
                arguments(new WechatApiException("addMaterial", 45009, "quota", null), Verdict.FAILED),
                arguments(new WechatApiException("addMaterial", -1, "system error", null), Verdict.UNKNOWN),
                arguments(new WechatApiException("getStableAccessToken", -1, "system error", null, false, null),
                        Verdict.FAILED),
                arguments(new UnknownOutcomeException("no answer"), Verdict.UNKNOWN),
                arguments(new UnexpectedAnswerException("a proxy's page", 502), Verdict.UNKNOWN),
                arguments(new NotSentException("no connection"), Verdict.FAILED));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhetherItMayBeInTheLibrary(Exception failure, Verdict verdict) {
        assertThat(Verdict.of(failure)).isEqualTo(verdict);
    }
}
