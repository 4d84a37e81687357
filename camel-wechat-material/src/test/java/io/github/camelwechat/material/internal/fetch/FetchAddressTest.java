package io.github.camelwechat.material.internal.fetch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Addresses as browsers read them. Expected values are those of Chromium and the WHATWG URL standard. */
class FetchAddressTest {

    private static final FetchAddress BASE = FetchAddress.of("http://base.example:81/a/b/c?d#e");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            HTTP://Example.COM | http://example.com/
            http://example.com:80/ | http://example.com/
            https://example.com:443/ | https://example.com/
            http://example.com:443/ | http://example.com:443/
            http://example.com:/a | http://example.com/a
            http://example.com:00080/ | http://example.com/
            http://example.com./a | http://example.com/a
            //example.com/a | https://example.com/a
            \\\\example.com\\a | https://example.com/a
            http:\\\\example.com\\a\\b | http://example.com/a/b
            http:example.com/a | http://example.com/a
            http://///example.com/a | http://example.com/a
            http://mmbiz.qpic.cn\\@evil.example/a | http://mmbiz.qpic.cn/@evil.example/a
            http://a.example/@b | http://a.example/@b
            http://a.example?b@c | http://a.example/?b@c
            http://a.example/a b/图.png?图=1 2'3 | http://a.example/a%20b/%E5%9B%BE.png?%E5%9B%BE=1%202%273
            http://a.example/%2e/a/%2E%2e/b/./c/.. | http://a.example/b/
            http://a.example/../../a | http://a.example/a
            http://a.example/a//b/ | http://a.example/a//b/
            http://a.example/%zz%41 | http://a.example/%zz%41
            http://a.example/"<>`{}^[]/" | http://a.example/%22%3C%3E%60%7B%7D%5E[]/%22
            http://a.example/a?b?c/../d#e | http://a.example/a?b?c/../d
            http://a.example/a? | http://a.example/a?
            http://a_b.example/ | http://a_b.example/
            http://bücher.example/ | http://xn--bcher-kva.example/
            http://BÜCHER.example/ | http://xn--bcher-kva.example/
            http://例え。テスト/ | http://xn--r8jz45g.xn--zckzah/
            http://ｅｘａｍｐｌｅ．ｃｏｍ/ | http://example.com/
            http://ex%61mple.com/ | http://example.com/
            http://xn--bcher-kva.example/ | http://xn--bcher-kva.example/
            http://0x7f.1/ | http://127.0.0.1/
            http://0177.0.0.1/ | http://127.0.0.1/
            http://2130706433/ | http://127.0.0.1/
            http://127.1/ | http://127.0.0.1/
            http://0/ | http://0.0.0.0/
            http://256/ | http://0.0.1.0/
            http://1.2.3/ | http://1.2.0.3/
            http://1.2.0x304/ | http://1.2.3.4/
            http://1.example/ | http://1.example/
            http://0x7f.example/ | http://0x7f.example/
            http://[::1]/ | http://[::1]/
            http://[0:0:0::0:1]/ | http://[::1]/
            http://[2001:DB8:0:0:1:0:0:0]/ | http://[2001:db8:0:0:1::]/
            http://[::ffff:127.0.0.1]/ | http://[::ffff:7f00:1]/
            http://[1:2:3:4:5:6:7::]/ | http://[1:2:3:4:5:6:7:0]/
            """)
    void addressIsReadAsBrowsersReadIt(String written, String url) {
        assertThat(FetchAddress.of(written).url()).isEqualTo(url);
        assertThat(FetchAddress.of(url).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x.png | http://base.example:81/a/b/x.png
            ./x | http://base.example:81/a/b/x
            ../x | http://base.example:81/a/x
            ../../../x | http://base.example:81/x
            .. | http://base.example:81/a/
            /x | http://base.example:81/x
            \\x\\..\\y | http://base.example:81/y
            ?x | http://base.example:81/a/b/c?x
            '' | http://base.example:81/a/b/c?d
            #x | http://base.example:81/a/b/c?d
            //other.example/x | http://other.example/x
            \\\\other.example/x | http://other.example/x
            http:x | http://base.example:81/a/b/x
            http:/x | http://base.example:81/x
            https:x.example | https://x.example/
            https://x.example/ | https://x.example/
            a:b | refused
            """)
    void relativeAddressStartsFromTheBase(String written, String url) {
        if (url.equals("refused")) {
            assertThat(catchThrowable(() -> FetchAddress.of(written, BASE))).isInstanceOf(FetchException.class);
        } else {
            assertThat(FetchAddress.of(written, BASE).url()).isEqualTo(url);
        }
    }

    @Test
    void blanksAroundAndLineEndsInsideAreDropped() {
        assertThat(FetchAddress.of("\u0000 \n http://a.exa\r\nmple/b\tc \u001f").url()).isEqualTo("http://a.example/bc");
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(FetchAddress.of("http://a.example/\ud800").url()).isEqualTo("http://a.example/%EF%BF%BD");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://faß.example/", "http://a.example:65536/", "http://a.example:x/", "http://a.example:1:2/", "http://a b/",
            "http://a\u202eb.example/", "http://a..b/", "http://1.2.3.4.5/", "http://1.2.3.256/", "http://0x100000000/",
            "http://99999999999999999999/", "http://08.1/", "http://[::1]a/", "http://[g::1]/", "http://[1:2]/", "", "#a" })
    void addressWithoutAHostToFetchFromIsRefused(String written) {
        assertThatExceptionOfType(FetchException.class).isThrownBy(() -> FetchAddress.of(written))
                .matches(refused -> !refused.isRetryable());
    }

    @Test
    void addressIsNotLongerThanItsLimit() {
        assertThat(catchThrowable(() -> FetchAddress.of("http://a.example/" + "a".repeat(8192))))
                .hasMessage("The address has 8209 characters, the limit is 8192.");
        assertThat(catchThrowable(() -> FetchAddress.of("http://a.example/" + "图".repeat(1000))))
                .hasMessageContaining("the limit is 8192");
    }

    @Test
    void textHasNoQuery() {
        FetchAddress address = FetchAddress.of("https://a.example:8443/b.png?signature=secret#x");

        assertThat(address).hasToString("https://a.example:8443/b.png");
        assertThat(catchThrowable(() -> FetchHosts.of("b.example").require(address)))
                .hasMessage("a.example:8443: not fetched, it is not in fetchHosts. Add it there to allow it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "*.example.com", "http://example.com", "example.com/a", "u@example.com", "a b", "example.com:0",
            "example.com:65536", ".", "[::1", "example.com:" })
    void listThatMeansSomethingElseIsRefused(String list) {
        assertThat(catchThrowable(() -> FetchHosts.of(list))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is none of *, host and host:port");
    }
}
