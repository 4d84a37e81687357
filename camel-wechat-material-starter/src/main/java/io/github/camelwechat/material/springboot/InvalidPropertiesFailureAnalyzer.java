package io.github.camelwechat.material.springboot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows invalid properties of the component without a stack trace. */
final class InvalidPropertiesFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPropertiesException> {

    InvalidPropertiesFailureAnalyzer() {
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidPropertiesException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct these properties of the component wechat-material, or remove them.", cause);
    }
}
