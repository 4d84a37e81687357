package io.github.camelwechat.benchmarks.upload;

/** How the candidates reach the sink. */
enum Protocol {
    HTTP,
    HTTPS
}
