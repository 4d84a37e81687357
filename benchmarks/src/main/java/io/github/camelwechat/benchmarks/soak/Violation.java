package io.github.camelwechat.benchmarks.soak;

/** Something that must not happen. */
enum Violation {

    NEVER_ENDED("an exchange never ended"),
    ENDED_TWICE("an exchange ended twice"),
    STORED_BUT_NOT_SENT("stored-but-NotSent: stored or deleted, and reported as not done"),
    OK_BUT_NOT_STORED("OK-but-not-stored: reported as done, and neither stored nor deleted"),
    STORED_TWICE("stored twice by one exchange"),
    OTHER_CONTENT("stored or fetched with other bytes"),
    FOREIGN_EXCEPTION("ended with an exception that is not the component's");

    private final String text;

    Violation(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
