package io.github.camelwechat.karaf;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Configurations, each checked before a file is taken. */
class UploadContextTest {

    @TempDir
    private Path folder;

    private Map<String, Object> settings() {
        return new HashMap<>(Map.of("folder", folder.toString(), "appId", "wxdemo", "secret", "planted-secret"));
    }

    private static void open(Map<String, Object> settings) throws ConfigurationException {
        UploadContext.open(UploadSettings.of(FrameworkUtil.asDictionary(settings)), UploadContextTest.class.getClassLoader())
                .close();
    }

    @Test
    void eachPropertyIsTaken() throws ConfigurationException {
        Map<String, Object> settings = settings();
        settings.putAll(Map.of("pollDelay", "1m", "apiUrl", "https://api2.weixin.qq.com", "allowPlainHttp", "false",
                "connectTimeout", "5s", "requestTimeout", "60s", "responseTimeout", "30s", "maxConcurrentRequests", "8",
                "proxyHost", "proxy", "proxyPort", "3128"));
        settings.putAll(Map.of("proxyAuthUsername", "scott", "proxyAuthPassword", "tiger", "service.pid", Activator.PID,
                "felix.fileinstall.filename", "file:x"));

        assertThatCode(() -> open(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "folder   |                   | folder   | is missing",
            "appId    |                   | appId    | is missing",
            "secret   |                   | secret   | is missing",
            "secrett  | planted-x         | secrett  | is unknown; the nearest property is secret",
            "requesttimeout | 5s          | requesttimeout | is unknown; the nearest property is requestTimeout",
            "secret   | '  '              | secret   | is empty, or refers to an environment variable that is not set",
            "secret   | {{env:NO_SUCH}}   | secret   | refers to something that is not there: {{env:NO_SUCH}}",
            "secret   | ${NO_SUCH}        | secret   | has a placeholder that Karaf does not resolve",
            "secret   | planted{{2026}}   | secret   | refers to something that is not there",
            "secret   | {{planted}}       | secret   | refers to something that is not there",
            "secret   | planted{{2026     | secret   | refers to something that is not there",
            "folder   | /tmp/a%20b        | folder   | has a character that Camel takes for another",
            "pollDelay | soon             | pollDelay | is no time such as 10s: soon",
            "pollDelay | 10x              | pollDelay | is no time such as 10s: 10x",
            "pollDelay | 0                | pollDelay | is no time such as 10s: 0",
            "pollDelay | -1               | pollDelay | is no time such as 10s: -1",
            "requestTimeout | soon        | requestTimeout | is no time such as 10s: soon",
            "requestTimeout | 151s        | requestTimeout | is more than 150 s, for which the end of the uploads waits: 151s",
            "maxConcurrentRequests | many | maxConcurrentRequests | is no value of this option: many",
            "proxyPort | 80               |          | proxyHost",
            "apiUrl   | http://example.org |         | allowPlainHttp"
    })
    void wrongPropertyIsNamed(String name, String value, String property, String reason) {
        Map<String, Object> settings = settings();
        settings.remove(name);
        if (value != null) {
            settings.put(name, value);
        }

        ConfigurationException error = catchThrowableOfType(ConfigurationException.class, () -> open(settings));

        assertThat(error.getProperty()).isEqualTo(property);
        assertThat(error.getReason()).contains(reason);
        assertThat(error).hasNoCause();
        assertThat(error.toString()).doesNotContain("planted");
    }

    @Test
    void valueThatBeginsLikeAReferenceIsAText() {
        Map<String, Object> settings = settings();
        settings.put("secret", "#planted");

        assertThatCode(() -> open(settings)).doesNotThrowAnyException();
    }

    @Test
    void valueThatIsNoTextIsNamed() {
        Map<String, Object> settings = settings();
        settings.put("appId", new String[] { "wxdemo" });

        ConfigurationException error = catchThrowableOfType(ConfigurationException.class, () -> open(settings));

        assertThat(error.getProperty()).isEqualTo("appId");
        assertThat(error.getReason()).isEqualTo("is no text");
    }
}
