package io.github.camelwechat.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param folder the folder that is uploaded
 * @param own    whether it is one of the user's own, so that no samples go into it
 * @param watch  whether to go on when everything is uploaded
 * @param check  whether to check the account, and upload nothing
 */
record Arguments(Path folder, boolean own, boolean watch, boolean check) {

    static final String USAGE = "Usage: quickstart [--folder DIR] [--watch], or quickstart --check";

    private static final Path INBOX = Path.of("target", "inbox");

    /** @throws IllegalArgumentException with a text for the user if they make no sense */
    static Arguments of(List<String> words) {
        Path folder = null;
        boolean watch = false;
        boolean check = false;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--watch" -> watch = true;
                case "--check" -> check = true;
                case "--folder" -> folder = folder(rest);
                default -> throw new IllegalArgumentException("'" + word + "' is not known. " + USAGE);
            }
        }
        if (check && words.size() > 1) {
            throw new IllegalArgumentException("--check uploads nothing, so it stands alone. " + USAGE);
        }
        return new Arguments(folder == null ? INBOX : folder, folder != null, watch, check);
    }

    private static Path folder(Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("--folder needs a folder. " + USAGE);
        }
        Path folder = Path.of(rest.next()).toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is a file, not a folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder " + folder);
        }
        if (folder.getFileName() != null && folder.getFileName().toString().startsWith(".")) {
            throw new IllegalArgumentException("Camel skips folders whose name starts with a dot: rename " + folder);
        }
        if (folder.toString().matches(".*([?%#]|\\{\\{).*")) {
            throw new IllegalArgumentException("Camel takes no folder with ?, %, # or {{ in its path: rename " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new IllegalArgumentException(
                    folder + " cannot be written to, but files are moved into .done and .failed in it");
        }
        return folder;
    }
}
