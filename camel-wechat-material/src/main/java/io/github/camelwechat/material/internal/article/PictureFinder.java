package io.github.camelwechat.material.internal.article;

/**
 * Finder of the pictures in an article. A module of its own implements it, so that the component needs no parser of
 * HTML; Camel's factory finder finds it by {@value #FACTORY}. Thread-safe.
 */
public interface PictureFinder {

    /** Name of the file below {@code META-INF/services/org/apache/camel/} that names the class. */
    String FACTORY = "wechat-material-picture-finder";

    /**
     * Finds all pictures. Only computes: reads no file, and no other host.
     *
     * @param  html                                                          of the article
     * @param  maxTags                                                       the most tags that are parsed
     * @throws io.github.camelwechat.material.error.InvalidMaterialException if there are more tags
     */
    ArticlePictures find(String html, int maxTags);
}
