package io.github.camelwechat.material.article;

/**
 * Element with its tag as the source has it.
 *
 * @param element of the tree
 * @param tag     of the source
 */
record SourceElement(TreeElement element, StartTag tag) {
}
