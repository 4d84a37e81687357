package io.github.camelwechat.material.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The {@code source} elements of one {@code picture}. */
final class PictureSources {

    private static final Set<String> UPLOADED = Set.of("", "image/jpeg", "image/jpg", "image/png", "image/gif");

    private final List<StartTag> tags = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private @Nullable String best;
    private @Nullable String any;
    private boolean taken;

    void add(String source, StartTag tag) {
        tags.add(tag);
        String type = tag.value(source, "type").strip();
        for (String name : ImgTag.SETS) {
            SourceSet set = SourceSet.parse(tag.value(source, name));
            addresses.addAll(set.addresses());
            String largest = set.largest();
            if (any == null) {
                any = largest;
            }
            if (best == null && UPLOADED.stream().anyMatch(type::equalsIgnoreCase)) {
                best = largest;
            }
        }
    }

    List<StartTag> tags() {
        return tags;
    }

    /** {@return the first address of a type that can be uploaded, else the first of all; null if there is none} */
    @Nullable
    String address() {
        return best != null ? best : any;
    }

    /** {@return all addresses, to the first caller alone: each is in one place} */
    List<String> takeAddresses() {
        if (taken) {
            return List.of();
        }
        taken = true;
        return addresses;
    }

    /** {@return whether no image shows them} */
    boolean isWithoutImage() {
        return !taken;
    }
}
