package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where everything of one account is kept. */
interface Place {

    /**
     * Opens the place of one kind of files.
     *
     * @param name of the kind of files; empty for the materials themselves
     */
    Storage files(String name) throws IOException;

    <T> Records<T> records(String name, Class<T> type) throws IOException;

    /**
     * In a folder of the user's.
     *
     * @param spools where files are that are not finished; on the same disk as the folder
     */
    record InFolder(Path folder, Path spools) implements Place {

        @Override
        public Storage files(String name) throws IOException {
            return new FolderStorage(folder.resolve(name), spools);
        }

        @Override
        public <T> Records<T> records(String name, Class<T> type) throws IOException {
            return new FolderRecords<>(folder.resolve(name), spools, type);
        }
    }

    /** Until the simulator ends. */
    record Temporary() implements Place {

        @Override
        public Storage files(String name) {
            return new TemporaryStorage();
        }

        @Override
        public <T> Records<T> records(String name, Class<T> type) {
            return new Records<>() {

                @Override
                public List<T> load() {
                    return List.of();
                }

                @Override
                public void keep(String name, T record) {
                    // whoever keeps it has it in memory
                }

                @Override
                public void delete(String name) {
                    // as above
                }
            };
        }
    }
}
