package io.github.camelwechat.benchmarks.candidate;

import java.util.function.Function;

/** What is compared. */
public enum Kind {

    COMPONENT("camel-wechat-material", ComponentCandidate::new),
    BARE_CLIENT("bare HttpClient 5, asynchronous", BareClientCandidate::new),
    CAMEL_HTTP("camel-http route", CamelHttpCandidate::new),
    WEIXIN_JAVA("weixin-java-mp", WeixinJavaCandidate::new);

    private final String label;
    private final Function<String, Candidate> factory;

    Kind(String label, Function<String, Candidate> factory) {
        this.label = label;
        this.factory = factory;
    }

    /** weixin-java-mp takes nothing but a file. */
    public boolean takes(BodyKind body) {
        return this != WEIXIN_JAVA || body == BodyKind.FILE;
    }

    Candidate start(String apiUrl) {
        return factory.apply(apiUrl);
    }

    @Override
    public String toString() {
        return label;
    }
}
