package io.github.camelwechat.material.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a store where an option says. */
public final class Stores {

    private static final Logger LOG = LoggerFactory.getLogger(Stores.class);
    private static final String MEMORY = "memory";
    private static final String FILE = "file:";
    /** In each container of WeChat's cloud hosting. */
    private static final Path CLOUD_HOSTING = Path.of("/.tencentcloudbase");

    private Stores() {
    }

    /**
     * Opens a store.
     *
     * @param  location                 {@code memory}, or {@code file:DIR} for a folder whose parent is there. A
     *                                  relative one lies below the working directory
     * @throws IllegalArgumentException if it is neither
     * @throws IllegalStateException    if the folder is in use, cannot be used, or a file in it is damaged; nothing has
     *                                  changed
     */
    public static Store open(String location) {
        return open(location, ChangeSteps.UNHEARD);
    }

    /**
     * Checks the form of a location, without opening it.
     *
     * @throws IllegalArgumentException if it is neither {@code memory} nor {@code file:DIR}
     */
    public static void requireLocation(String location) {
        if (!location.equals(MEMORY)) {
            folder(location);
        }
    }

    static Store open(String location, ChangeSteps steps) {
        return open(location, steps, CLOUD_HOSTING);
    }

    /** @param cloudHosting is there in a container of WeChat's cloud hosting only */
    static Store open(String location, ChangeSteps steps, Path cloudHosting) {
        if (location.equals(MEMORY)) {
            return opened(location, () -> Backing.NONE);
        }
        Path folder = folder(location);
        warnIfLost(folder, cloudHosting);
        return opened(location, () -> EntryFolder.open(folder, steps));
    }

    private static void warnIfLost(Path folder, Path cloudHosting) {
        if (Files.exists(cloudHosting)) {
            LOG.warn("The store file:{} is in a container of WeChat's cloud hosting, whose disk is lost at each deployment, and"
                     + " with it all tickets and authorizations. Keep it on a volume that stays; ignore this if it is on one.",
                    folder);
        }
    }

    private static Path folder(String location) {
        String name = location.startsWith(FILE) ? location.substring(FILE.length()) : "";
        try {
            if (!name.isBlank() && name.equals(name.strip())) {
                return Path.of(name);
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "There is no store '" + location + "'. Use " + MEMORY + ", which forgets all when the process ends, or "
                                           + FILE + "DIR with a folder.");
    }

    private static Store opened(String location, Opening opening) {
        Backing backing = null;
        Store store = null;
        try {
            backing = opening.open();
            store = new CachedStore(backing);
            LOG.info("Opened the store {} with {} entries", store, store.list("").size());
            return store;
        } catch (IllegalStateException e) {
            throw new IllegalStateException("The store " + location + " cannot be opened. " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The store " + location + " cannot be opened (" + e + "). Let the user of this process read and write its"
                                            + " folder.",
                    e);
        } finally {
            if (backing != null && store == null) {
                backing.close();
            }
        }
    }

    @FunctionalInterface
    private interface Opening {
        Backing open() throws IOException;
    }
}
