/**
 * Finder of the pictures in an article: jsoup tells the structure, and the source is spliced. Found by Camel's factory
 * finder; no API.
 */
@NullMarked
package io.github.camelwechat.material.article;

import org.jspecify.annotations.NullMarked;
