package io.github.camelwechat.material.internal.store;

/**
 * A text that is stored under a key.
 *
 * @param value   may be a secret
 * @param version differs from the one of whatever was stored under this key before, removed entries included
 */
public record StoreEntry(String key, String value, long version) {

    /** Without the value. */
    @Override
    public String toString() {
        return key + ", version " + version;
    }
}
