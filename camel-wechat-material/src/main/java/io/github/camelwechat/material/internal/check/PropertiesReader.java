package io.github.camelwechat.material.internal.check;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Reader of {@code *.properties}: like the JDK's, but it knows the line in which a property begins. */
public final class PropertiesReader {

    private final WrittenOptions options;

    /**
     * Creates a reader.
     *
     * @param options take what is found
     */
    public PropertiesReader(WrittenOptions options) {
        this.options = options;
    }

    /**
     * Reads a whole file, or a part of one.
     *
     * @param before lines that are before the text
     */
    public void read(String text, int before) {
        StringBuilder logical = new StringBuilder();
        int number = before;
        int start = 0;
        for (String line : text.split("\\r\\n|\\r|\\n", -1)) {
            number++;
            if (logical.isEmpty()) {
                if (isBlankOrComment(line)) {
                    continue;
                }
                start = number;
            }
            logical.append(line).append('\n');
            if (!goesOn(line)) {
                property(start, logical.toString());
                logical.setLength(0);
            }
        }
        if (!logical.isEmpty()) {
            property(start, logical.toString());
        }
    }

    private static boolean isBlankOrComment(String line) {
        String stripped = line.strip();
        return stripped.isEmpty() || stripped.charAt(0) == '#' || stripped.charAt(0) == '!';
    }

    /** Returns whether an odd number of backslashes ends a line: two of them are one character. */
    private static boolean goesOn(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    private void property(int line, String logical) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(logical));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            // its text is the JDK's and has no value, but says no line
            options.unreadable(line, "a backslash with u needs four hexadecimal digits after it; write \\\\ for a backslash");
        }
        one.stringPropertyNames().forEach(name -> options.property(line, name, one.getProperty(name)));
    }
}
