package io.github.camelwechat.material.article;

/** Replacement of a part of the source; an insertion if the part is empty. */
record Edit(int from, int to, String text) {

    boolean isInsertion() {
        return from == to;
    }
}
