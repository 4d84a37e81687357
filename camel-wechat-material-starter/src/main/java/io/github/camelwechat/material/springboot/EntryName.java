package io.github.camelwechat.material.springboot;

import java.util.Comparator;

/** The name of an account or platform. */
record EntryName(EntryKind kind, String name) implements Comparable<EntryName> {

    private static final Comparator<EntryName> ORDER = Comparator.comparing(EntryName::kind).thenComparing(EntryName::name);

    /** {@return the entry in the name of a property: {@code accounts.brand-a}} */
    String path() {
        return kind.group() + "." + name;
    }

    /** {@return whether this is the other one's name without its dashes} */
    boolean isUniformOf(EntryName other) {
        return kind == other.kind && !equals(other) && OptionNames.uniform(other.name).equals(name);
    }

    /** {@return whether both names are the same but for their dashes} */
    boolean isLike(EntryName other) {
        return kind == other.kind && OptionNames.uniform(name).equals(OptionNames.uniform(other.name));
    }

    @Override
    public int compareTo(EntryName other) {
        return ORDER.compare(this, other);
    }

    /** As in a sentence: {@code account 'brand-a'}. */
    @Override
    public String toString() {
        return kind.noun() + " '" + name + "'";
    }
}
