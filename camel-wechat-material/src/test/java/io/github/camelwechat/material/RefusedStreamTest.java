package io.github.camelwechat.material;

import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A stream that is not uploaded holds no connection of the feed: it is closed, whatever the message is refused for. */
class RefusedStreamTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private final AtomicBoolean closed = new AtomicBoolean();

    @BeforeEach
    void account() {
        wechat.plainAccount();
        wechat.context().setStreamCaching(false);
    }

    private Exchange upload(String uri, String header, Object value) {
        return wechat.context().createFluentProducerTemplate().to(uri).withHeader(header, value).withBody(
                new ByteArrayInputStream(Samples.png()) {
                    @Override
                    public void close() {
                        closed.set(true);
                    }
                }).send();
    }

    @ParameterizedTest
    @CsvSource({
            "CamelWechatMaterialType,hologram", "CamelWechatMaterialType,news", "CamelWechatMaterialOperation,paint",
            "CamelFileLength,long", "CamelWechatMaterialOperation,delMaterial" })
    void isClosed(String header, String value) {
        Exchange result = upload("wechat-material:default", header, value);

        assertThat(result.getException()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(value);
        assertThat(closed).isTrue();
    }

    @Test
    void whatNeedsNoBodyLeavesItAlone() {
        Exchange result = upload("wechat-material:default?operation=batchGetMaterial", "CamelWechatMaterialType", "hologram");

        assertThat(result.getException()).isInstanceOf(IllegalArgumentException.class);
        assertThat(closed).isFalse();
    }
}
