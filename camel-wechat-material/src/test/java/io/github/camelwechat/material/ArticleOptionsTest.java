package io.github.camelwechat.material;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.Endpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Options of rewriteArticle that cannot be right, and the module that it needs, are said at the start. */
class ArticleOptionsTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    private Endpoint endpoint(String options) {
        return wechat.context().getEndpoint("wechat-material:default?operation=rewriteArticle" + options);
    }

    @Test
    void withoutItsModuleTheStartSaysWhatIsMissing() {
        assertThatThrownBy(() -> endpoint("")).hasStackTraceContaining("camel-wechat-material-article");
    }

    @ParameterizedTest
    @CsvSource({
            "&maxPictures=0,maxPictures is 0", "&maxTags=-1,maxTags is -1", "&articleTimeout=0,articleTimeout is 0",
            "&fetchTimeout=0,fetchTimeout is 0", "&maxArticleSize=0,maxArticleSize is 0", "&fetchHosts=a b,fetchHosts: 'a b'",
            "&fetchHosts=http://a,fetchHosts", "&missingPicture=drop,drop", "&largePictures=resize,resize",
            "&baseUrl=https://a&baseFolder=.,both set", "&baseFolder=${header.folder},baseFolder",
            "&baseFolders=a,baseFolders" })
    void anOptionThatCannotBeRightIsNamed(String options, String named) {
        assertThatThrownBy(() -> endpoint(options)).hasStackTraceContaining(named);
    }

    @Test
    void aFileIsNoBaseFolder(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a.html"));

        assertThatThrownBy(() -> endpoint("&baseFolder=" + file)).hasStackTraceContaining("is no folder");
    }
}
