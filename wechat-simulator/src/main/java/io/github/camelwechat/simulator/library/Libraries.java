package io.github.camelwechat.simulator.library;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.camelwechat.simulator.token.UnknownAppException;
import org.jspecify.annotations.Nullable;

/**
 * The libraries of all accounts, in a folder of the user's or until the end of the simulator. Thread-safe. Internal:
 * not API.
 */
public final class Libraries implements Closeable {

    private final Map<String, Library> byAppId = new LinkedHashMap<>();
    private final Caps caps;
    private final ClaimedFolder folder;
    private final Path spools;

    /**
     * Claims the folder and reads what is in it.
     *
     * @param  appIds      whose libraries
     * @param  data        the folder to keep them in; null for a temporary one
     * @param  caps        how much fits into each, until that is changed
     * @param  clock       gives {@code update_time}
     * @throws IOException if the folder cannot be used, or what is in it not be read
     */
    public Libraries(List<String> appIds, @Nullable Path data, Caps caps, Clock clock) throws IOException {
        this.caps = caps;
        folder = data == null ? ClaimedFolder.temporary() : ClaimedFolder.of(data);
        spools = data == null ? folder.path() : data.resolve(".incoming");
        try {
            if (data != null) {
                FolderFormat format = new FolderFormat(data);
                format.check();
                Files.createDirectories(spools);
                // left behind by a simulator that was killed amid uploads
                deleteIn(spools);
                format.write(spools);
            }
            for (String appId : appIds) {
                Place place = data == null ? new Place.Temporary() : new Place.InFolder(data.resolve(appId), spools);
                byAppId.put(appId, new Library(place, caps, clock));
            }
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * {@return the library of a known account}
     *
     * @param appId an AppID; an unknown one is refused with an {@link UnknownAppException}
     */
    public Library of(String appId) {
        Library library = byAppId.get(appId);
        if (library == null) {
            throw new UnknownAppException(appId, byAppId.keySet());
        }
        return library;
    }

    /** {@return an empty spool for an upload} */
    public Spool newSpool() {
        return new Spool(spools);
    }

    /**
     * {@return the file that is served at that address without a token}
     *
     * @param path  of the request
     * @param query gives the value of a parameter, null if it is not there
     */
    public Optional<Material> findDownload(String path, Function<String, @Nullable String> query) {
        return byAppId.values().stream().flatMap(library -> library.findDownload(path, query).stream()).findFirst();
    }

    /** Empties all libraries and gives them their first size. */
    public void reset() {
        byAppId.values().forEach(library -> {
            library.clear();
            library.caps(caps);
        });
    }

    /** Deletes the temporary folder; a folder of the user's stays, for whoever wants it next. */
    @Override
    public void close() throws IOException {
        folder.close();
    }

    private static void deleteIn(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
