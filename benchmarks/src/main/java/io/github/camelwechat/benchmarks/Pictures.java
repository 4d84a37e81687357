package io.github.camelwechat.benchmarks;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** A folder of pictures, every one different. */
public final class Pictures implements AutoCloseable {

    private final Path folder;
    private final List<String> sha256 = new ArrayList<>();

    public Pictures(int number, int size) throws IOException, NoSuchAlgorithmException {
        folder = Files.createTempDirectory("benchmark");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        Random random = new Random(1);
        for (int i = 0; i < number; i++) {
            byte[] picture = new byte[size];
            random.nextBytes(picture);
            System.arraycopy(png.toByteArray(), 0, picture, 0, png.size());
            Files.write(folder.resolve(i + ".png"), picture);
            sha256.add(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture)));
        }
    }

    public Path folder() {
        return folder;
    }

    List<String> sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
