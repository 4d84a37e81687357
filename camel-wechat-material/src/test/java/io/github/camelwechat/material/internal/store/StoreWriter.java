package io.github.camelwechat.material.internal.store;

import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * A process that opens a store, tells what it finds, and changes it until it is killed. It tells each change before it
 * begins and after it has returned.
 */
final class StoreWriter {

    static final List<String> KEYS = List.of("ticket/wxp", "wxabc", "wxABC", "WXabc", "con", "..", "a.tmp", "Z_:*?\"<>|~");
    private static final int LONGEST = 40_000;

    private StoreWriter() {
    }

    /** Returns the value with this number, whose length depends on it. */
    static String value(String key, long number) {
        String sentence = key + "=" + number + " 一些字 ";
        return sentence + sentence.repeat((int) (number * 7919 % LONGEST) / sentence.length());
    }

    /** Returns the number of a value. */
    static long number(StoreEntry entry) {
        String value = entry.value();
        long number = Long.parseLong(value.substring(entry.key().length() + 1, value.indexOf(' ')));
        if (!value.equals(value(entry.key(), number))) {
            throw new IllegalStateException("torn: " + entry);
        }
        return number;
    }

    // argument: the location
    public static void main(String[] args) {
        try (Store store = Stores.open(args[0])) {
            long last = 0;
            for (StoreEntry entry : store.list("")) {
                last = Math.max(last, number(entry));
                System.out.println("found " + entry.key() + " " + number(entry));
            }
            System.out.println("open");
            Random random = new Random();
            while (true) {
                last++;
                String key = KEYS.get(random.nextInt(KEYS.size()));
                StoreEntry seen = store.get(key);
                if (seen == null) {
                    System.out.println("begin " + key + " " + last);
                    Objects.requireNonNull(store.create(key, value(key, last)));
                } else if (random.nextInt(5) == 0) {
                    System.out.println("begin " + key + " none");
                    if (!store.remove(seen)) {
                        throw new IllegalStateException("not removed");
                    }
                } else {
                    System.out.println("begin " + key + " " + last);
                    Objects.requireNonNull(store.replace(seen, value(key, last)));
                }
                System.out.println("end");
            }
        }
    }
}
