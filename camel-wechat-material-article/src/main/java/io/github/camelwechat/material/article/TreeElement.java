package io.github.camelwechat.material.article;

/**
 * Element of the parsed tree, as offsets into the source.
 *
 * @param name            in lower case
 * @param from            start of its tag
 * @param endTag          start of its end tag; -1 if there is none
 * @param end             end of the element
 * @param space           vocabulary that it is of
 * @param hidden          whether it is in a template or in a noscript
 * @param picture         start of the {@code picture} around it; -1 if there is none
 * @param inForeignObject whether it is HTML in a drawing
 * @param inFormula       whether a formula is around it
 */
record TreeElement(String name, int from, int endTag, int end, Space space, boolean hidden, int picture,
        boolean inForeignObject, boolean inFormula) {

    enum Space {
        HTML,
        SVG,
        OTHER
    }

    boolean isHtml(String other) {
        return space == Space.HTML && name.equals(other);
    }

    boolean isSvg(String other) {
        return space == Space.SVG && name.equals(other);
    }
}
