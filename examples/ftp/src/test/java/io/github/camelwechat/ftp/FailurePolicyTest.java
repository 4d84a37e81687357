package io.github.camelwechat.ftp;

import java.io.IOException;
import java.net.ConnectException;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever causes a failure, the failure itself decides where the file is then. */
class FailurePolicyTest {

    private static Exchange exchangeWith(Exception failure) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    FailurePolicy.addTo(this);
                    from("direct:file").setProperty("folder", constant(".done")).process(exchange -> {
                        throw failure;
                    });
                }
            });
            context.start();
            return context.createProducerTemplate().request("direct:file", exchange -> {
            });
        }
    }

    static Stream<Exception> passing() {
        return Stream.of(new NotSentException("reset", new IOException("Connection reset by peer")),
                new NotSentException("refused", new ConnectException("Connection refused")),
                new NotSentException("closed", new Exception("a cause of no class of its own")),
                new InvalidMaterialException(InvalidMaterialException.Reason.LENGTH, "cut", null, new IOException("any")),
                new WechatMaterialException("unreadable", new IOException("Stream closed")),
                new WechatApiException("addMaterial", 45011, "quota", null, new IOException("any")),
                new WechatApiException("addMaterial", 40164, "invalid ip", null, new IOException("any")),
                new WechatApiException("addMaterial", 48001, "api unauthorized", null, new IOException("any")),
                new WechatApiException("getStableAccessToken", 40125, "secret", null, new IOException("any")));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void staysForTheNextPoll(Exception failure) throws Exception {
        assertThat(exchangeWith(failure).getException()).isSameAs(failure);
    }

    @Test
    void leavesRoutesAloneThatDoNotUpload() throws Exception {
        IOException failure = new IOException("of a fetch");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    FailurePolicy.addTo(this);
                    from("direct:fetch").process(exchange -> {
                        throw failure;
                    });
                }
            });
            context.start();
            assertThat(context.createProducerTemplate().request("direct:fetch", exchange -> {
            }).getException()).isSameAs(failure);
        }
    }

    static Stream<Exception> theEnd() {
        return Stream.of(new UnknownOutcomeException("lost", new IOException("Connection reset")),
                new UnexpectedAnswerException("a page", 502, new IOException("any")),
                new InvalidMaterialException(InvalidMaterialException.Reason.UNREADABLE, "gone", null, new IOException("any")),
                new WechatApiException("addMaterial", 40137, "no picture", null, new IOException("any")),
                new IllegalStateException("a step behind the upload", new IOException("any")));
    }

    @ParameterizedTest
    @MethodSource("theEnd")
    void goesToFailed(Exception failure) throws Exception {
        Exchange exchange = exchangeWith(failure);
        assertThat(exchange.isFailed()).isFalse();
        assertThat(exchange.getProperty("folder")).isEqualTo(".failed");
    }
}
