package io.github.camelwechat.material.article;

/**
 * Part of an article with its length.
 *
 * @param name   for people, with its number or how many it stands for
 * @param length in UTF-16 units
 */
record Part(String name, int length) {

    @Override
    public String toString() {
        return String.format("%s: %,d characters", name, length);
    }
}
