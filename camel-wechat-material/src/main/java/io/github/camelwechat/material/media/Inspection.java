package io.github.camelwechat.material.media;

/**
 * What a body is found to be, first by its first bytes, then by its length. Used by one thread, for one body.
 */
final class Inspection {

    /** The most bytes that are ever sent, 20 MB: no limit of WeChat's is near it. */
    static final long HARD_CAP = 20 << 20;

    private final boolean validate;
    private final Refusal refusal;
    private MaterialType type;
    private MediaFormat format;

    Inspection(MaterialType wanted, boolean validate, Refusal refusal) {
        this.type = wanted;
        this.validate = validate;
        this.refusal = refusal;
    }

    /** Looks at the first bytes; from then on the other methods have an answer. */
    void look(Head head) {
        if (head.length() == 0) {
            throw refusal.empty();
        }
        format = MediaFormats.of(head);
        if (!validate) {
            type = type == null && format != null ? format.autoType() : type;
            if (type == null) {
                throw refusal.typeNeeded();
            }
        } else if (format == null) {
            throw refusal.unknown(type, head);
        } else {
            MaterialType resolved = type == null ? format.autoType() : type;
            if (resolved == null || !resolved.accepts(format)) {
                throw refusal.notTaken(type, format);
            }
            type = resolved;
        }
    }

    /**
     * @param length the bytes known of so far
     * @param all    whether there are no more than these
     */
    void measure(long length, boolean all) {
        if (length > limit()) {
            throw refusal.tooLarge(type, limit(), length, all);
        }
    }

    long limit() {
        return validate ? type.limit() : HARD_CAP;
    }

    MaterialType type() {
        return type;
    }

    /** Null if unknown. */
    MediaFormat format() {
        return format;
    }
}
