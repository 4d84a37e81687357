package io.github.camelwechat.material.article;

import io.github.camelwechat.material.internal.article.PictureFinder;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.FactoryFinder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Camel's factory finder makes the finder of pictures from the file in the jar. */
class FactoryFinderTest {

    @Test
    void finderIsMadeByCamel() throws Exception {
        CamelContext context = new DefaultCamelContext();
        try {
            FactoryFinder finder = context.getCamelContextExtension().getFactoryFinder(FactoryFinder.DEFAULT_PATH);
            assertThat(finder.newInstance(PictureFinder.FACTORY, PictureFinder.class))
                    .containsInstanceOf(JsoupPictureFinder.class);
        } finally {
            context.close();
        }
    }
}
