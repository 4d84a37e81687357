package io.github.camelwechat.material.internal.platform;

import java.util.stream.Stream;

import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Options of a platform are checked when it is created, and no error shows a secret. */
class EnvelopeTest {

    private static final String PREVIOUS = "planted0123456789planted0123456789planted04";

    static Stream<Arguments> wrongKeys() {
        String key = PushWriter.KEY;
        return Stream.of(
                arguments("", "has 0 characters, but an EncodingAESKey has 43"),
                arguments(key.substring(1), "has 42 characters"), arguments(key + "=", "has 44 characters"),
                arguments("{{planted.key}}", "has 15 characters"),
                arguments(key.replace('k', '+'), "characters other than"), arguments(key.replace('k', ' '), "characters other"),
                arguments(key.replace('k', '\u0663'), "characters other than"),
                arguments(key + ",", "previous key, has 0 characters"), arguments("," + key, "current key, has 0 characters"),
                arguments(key + "," + PREVIOUS.substring(3), "previous key, has 40 characters"),
                arguments(PREVIOUS.substring(3) + "," + key, "current key, has 40 characters"),
                arguments(key + ", " + key, "the same key twice"),
                arguments(key + "," + PREVIOUS + "," + PREVIOUS.replace('4', '5'), "has 3 keys"));
    }

    @ParameterizedTest
    @MethodSource("wrongKeys")
    void wrongKeyIsNamedAndNotShown(String secretKey, String why) {
        Throwable failure = catchThrowable(() -> new Envelope("wx1", "planted-token", secretKey));

        assertThat(failure).isInstanceOf(IllegalArgumentException.class).hasNoCause()
                .hasMessageStartingWith("secretKey of the platform wx1").hasMessageContaining(why);
        assertThat(Throwables.getStackTrace(failure)).doesNotContain("planted", "abcdefg", "lmnopqr");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            PushWriter.KEY, PREVIOUS, PushWriter.KEY + "," + PREVIOUS, " " + PREVIOUS + " , " + PushWriter.KEY + " " })
    void rightKeysAreTakenAndNotShown(String secretKey) {
        Envelope envelope = new Envelope("wx1", "planted-token", secretKey);

        assertThat(envelope).hasToString("Envelope[appId=wx1]");
        assertThat(new EncodingAesKey(PREVIOUS, "key")).hasToString("EncodingAesKey");
    }

    @Test
    void bitsThatBase64DoesNotUseDoNotMatter() throws Exception {
        String encrypt = PushWriter.own().encrypt(PushWriter.TICKET);
        for (String last : new String[] { "E", "F", "G", "H" }) {
            Envelope envelope = new Envelope(
                    PushWriter.APP_ID, PushWriter.TOKEN, PushWriter.KEY.replaceFirst("G$", last));

            assertThat(envelope.open(encrypt)).containsEntry("ComponentVerifyTicket", "ticket@@@camel-0001");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "planted token", "planted\n", "planted骆" })
    void wrongTokenIsNamedAndNotShown(String token) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Envelope("wx1", token, PushWriter.KEY))
                .withMessageStartingWith("token of the platform wx1").withMessageNotContaining("planted");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " wx1", "../wx1", "wx1?apiUrl=x", "wx骆", "x12345678901234567890123456789012345678901234567890123456789012345" })
    void wrongAppIdIsShown(String appId) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Envelope(appId, "token", PushWriter.KEY))
                .withMessageStartingWith("appId of a platform is '" + appId + "'");
    }
}
