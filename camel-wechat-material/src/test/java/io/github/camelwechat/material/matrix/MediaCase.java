package io.github.camelwechat.material.matrix;

/**
 * Generated file.
 *
 * @param name  of the format, then what is special about it
 * @param type  as which it is sent
 * @param bytes at least one
 */
public record MediaCase(String name, String type, byte[] bytes) {

    @Override
    public String toString() {
        return name;
    }
}
