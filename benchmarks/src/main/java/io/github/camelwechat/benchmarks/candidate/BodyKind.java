package io.github.camelwechat.benchmarks.candidate;

/** What is handed to a candidate. */
public enum BodyKind {

    FILE("file"),
    BYTES("byte[]");

    private final String label;

    BodyKind(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
