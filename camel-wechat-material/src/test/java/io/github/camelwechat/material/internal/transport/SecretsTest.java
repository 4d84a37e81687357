package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.ParseException;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Secrets are struck out of texts, and only clean causes are passed on. */
class SecretsTest {

    private static final String SECRET = "s3cr&t/\"ä +%41-of-an-account";
    private final Secrets secrets = Secrets.of(List.of(SECRET));
    private final CauseFilter causes = new CauseFilter(secrets, null);

    @ParameterizedTest
    @ValueSource(strings = {
            SECRET, "S3CR&T/\"Ä +%41-OF-AN-ACCOUNT", "s3cr%26t%2F%22%C3%A4+%2B%2541-of-an-account",
            "s3cr%26t%2f%22%c3%a4%20%2b%2541-of-an-account", "s3cr%2526t%252F%2522%25C3%25A4+%252B%252541-of-an-account",
            "s3cr&amp;t/&quot;ä +%41-of-an-account", "s3cr&#38;t&#x2F;&#34;&#228; &#43;%41-of-an-account",
            "s3cr&t\\/\\\"\\u00E4 +%41-of-an-account", "s3cr\\x26t\\/\\\"ä +%41-of-an-account",
            "s3cr%26amp%3Bt/%26quot%3B\u00c3\u00a4 %2B%2541-of-an-account" })
    void secretIsStruckOutInEachEncoding(String written) {
        assertThat(secrets.strike("a=" + written + "&b=" + written + ".")).isEqualTo("a=xxxxxx&b=xxxxxx.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "s3cr&#0000000038;t/&#x00000022;\u00e4 &#0000000043;%41-of-an-account",
            "s3cr&#38t/&#x22\u00e4 &plus;&percnt;41-of-an-account", "s3cr&AMP;t&sol;&QUOT;\u00e4 +%41-of-an-account",
            "s3cr\\u{26}t/\"\u00e4 +%41-of-an-account" })
    void secretIsStruckOutInRareEncodings(String written) {
        assertThat(secrets.strike("a=" + written + "&b")).isEqualTo("a=xxxxxx&b");
    }

    @Test
    void secretIsStruckOutOfBase64AndHexadecimal() {
        byte[] utf8 = SECRET.getBytes(UTF_8);
        assertThat(secrets.strike("<" + HexFormat.of().formatHex(utf8) + ">")).isEqualTo("<xxxxxx>");
        for (int before = 0; before < 3; before++) {
            byte[] request = ("x".repeat(before) + SECRET + "&type=image").getBytes(UTF_8);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())) {
                String encoded = encoder.encodeToString(request);

                assertThat(secrets.strike(encoded)).as(encoded).contains("xxxxxx")
                        .hasSizeLessThan(encoded.length() - utf8.length);
            }
        }
    }

    @Test
    void partOfASecretIsStruckOutToo() {
        assertThat(secrets.strike("cut: s3cr&t/\"\u00e4 +... (too long)")).contains("s3cr");
        assertThat(secrets.strike("cut: s3cr&t/\"\u00e4 +%41... (too long)")).isEqualTo("cut: xxxxxx... (too long)");
        assertThat(secrets.strike("cut: s3cr%26t%2F%22%C3%A4+%2B%2541-o%")).isEqualTo("cut: xxxxxx%");
        assertThat(secrets.strike("...+%41-of-an-account\nnext")).isEqualTo("...xxxxxx\nnext");
        assertThat(secrets.strike("s3cr&t/\"\u00e4 +%41\n-of-an-account")).isEqualTo("xxxxxx\nxxxxxx");
    }

    @Test
    void secretThatIsCutOffAtTheEndIsStruckOutToo() {
        assertThat(secrets.strike("GET /?a=s3cr&t/\"ä +")).isEqualTo("GET /?a=s3cr&t/\"ä +");
        assertThat(secrets.strike("GET /?a=s3cr&t/\"ä +%41-of")).isEqualTo("GET /?a=xxxxxx");
        assertThat(secrets.strike("GET /?a=s3cr%26t%2F%22%C3%A4+%2B%2541-of")).isEqualTo("GET /?a=xxxxxx");
    }

    @ParameterizedTest
    @CsvSource({
            "invalid appsecret,invalid appsecret", "a secret_name,a secret_name", "secret=secret,xxxxxx=xxxxxx",
            "the 'Secret',the 'xxxxxx'", "a%3Dsecret%26b,a%3Dxxxxxx%26b", "secret,xxxxxx" })
    void shortSecretIsStruckOutAsAWordOnly(String text, String struck) {
        assertThat(Secrets.of(List.of("secret")).strike(text)).isEqualTo(struck);
    }

    @Test
    void longSecretIsStruckOutInsideAWordToo() {
        assertThat(Secrets.of(List.of("0123456789abcdef")).strike("x0123456789ABCDEFx")).isEqualTo("xxxxxxxx");
    }

    @Test
    void emptySecretHidesNothing() {
        assertThat(Secrets.of(List.of("", " ")).strike("a text")).isEqualTo("a text");
        assertThat(Secrets.of(Authorization.NONE.secrets()).strike("a text")).isEqualTo("a text");
    }

    @Test
    void loginOfTheProxyIsSecretInAllItsForms() {
        ProxySettings proxy = new ProxySettings("p", 1, new ProxySettings.Login("scott", "tiger"));

        assertThat(Secrets.of(List.of("the-fixed-token"), proxy).and(List.of("the-token"))
                .strike("the-fixed-token the-token scott tiger c2NvdHQ6dGlnZXI="))
                .isEqualTo("xxxxxx xxxxxx xxxxxx xxxxxx xxxxxx");
    }

    @Test
    void unprintableCharactersAreReplaced() {
        assertThat(secrets.printable("a\u0000b\r\nc\u202ed\u200be\u2028f\ud800g\ufeffh骆🐫"))
                .isEqualTo("a b  c d e f g h骆🐫");
        assertThat(secrets.printable("x".repeat(5000))).hasSize(2000);
    }

    @Test
    void causeOfAParserIsNotPassedOn() {
        assertThat(causes.passedOn(new ParseException("any"))).isNull();
        assertThat(causes.passedOn(new MalformedChunkCodingException("any"))).isNull();
        assertThat(causes.passedOn(new IOException("a", new ParseException("any")))).isNull();
        IOException suppressing = new IOException("a");
        suppressing.addSuppressed(new ParseException("any"));
        assertThat(causes.passedOn(suppressing)).isNull();
        assertThat(causes.reason(new MalformedChunkCodingException("Bad chunk header: any"))).doesNotContain("any");
        assertThat(causes.reason(new ParseException("any"))).doesNotContain("any");
    }

    @Test
    void cleanCauseIsPassedOnAsItIs() {
        Exception cause = new ConnectException("Connection refused");
        cause.initCause(new IOException((String) null));

        assertThat(causes.passedOn(cause)).isSameAs(cause);
    }

    @Test
    void causeThatShowsASecretAnywhereIsReplaced() {
        IOException suppressing = new IOException("a");
        suppressing.addSuppressed(new IOException(SECRET));
        for (Exception cause : List.of(new ConnectException("to " + SECRET), new IOException("a", new IOException(SECRET)),
                suppressing)) {
            Throwable clean = causes.passedOn(cause);

            assertThat(clean).isExactlyInstanceOf(IOException.class).hasNoCause().hasNoSuppressedExceptions()
                    .hasMessageStartingWith(cause.getClass().getSimpleName() + ": ");
            assertThat(clean.getStackTrace()).isEqualTo(cause.getStackTrace());
            assertThat(Throwables.getStackTrace(clean)).doesNotContain(SECRET);
        }
    }

    @Test
    void causeOfAChainWithoutEndIsReplaced() {
        Throwable last = new IOException("0");
        for (int i = 1; i < 100; i++) {
            last = new IOException(String.valueOf(i), last);
        }

        assertThat(causes.passedOn(last)).hasNoCause().hasMessage("IOException: 99");
    }
}
