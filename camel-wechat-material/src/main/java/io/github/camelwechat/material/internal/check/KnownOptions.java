package io.github.camelwechat.material.internal.check;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The options that there are. Each problem is a sentence with the wrong name and the nearest right one. */
public interface KnownOptions {

    /** {@return what is wrong with the name of a property; nothing with those of others} */
    Optional<String> problemOfProperty(String name);

    /** {@return whether a text, which may be any, begins as a URI of ours, or nearly so} */
    boolean isUri(String text);

    /**
     * Finds what is wrong with a URI, and never shows a value in it.
     *
     * @param uri        for which {@link #isUri} holds
     * @param parameters that are written beside it, as in YAML
     */
    List<String> problemsOfUri(String uri, Collection<String> parameters);
}
