package io.github.camelwechat.benchmarks.upload;

/** How large the pictures are; the larger ones are the largest that WeChat takes. */
enum Size {

    SMALL("200 KB", 200 << 10),
    LARGE("10 MB", 10 << 20);

    private final String label;
    private final int bytes;

    Size(String label, int bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return label;
    }
}
