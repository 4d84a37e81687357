package io.github.camelwechat.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;

import io.github.camelwechat.feeds.Folder;
import io.github.camelwechat.feeds.Picture;

/** A folder of pictures, every one different. */
public final class Pictures implements AutoCloseable {

    private final Folder temporary = new Folder("benchmark");
    private final List<Picture> pictures;
    private final Path folder;

    public Pictures(int number, int size) throws IOException, NoSuchAlgorithmException {
        pictures = Picture.make(number, size);
        folder = temporary.fill("pictures", pictures);
    }

    public Path folder() {
        return folder;
    }

    List<Picture> all() {
        return pictures;
    }

    @Override
    public void close() throws IOException {
        temporary.close();
    }
}
