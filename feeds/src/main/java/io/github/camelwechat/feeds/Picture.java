package io.github.camelwechat.feeds;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * A picture that is like no other.
 *
 * @param name   with its extension
 * @param bytes  a PNG, which is never changed
 * @param sha256 of the bytes, in hex
 */
public record Picture(String name, byte[] bytes, String sha256) {

    /**
     * {@return so many of them, the same ones each time}
     *
     * @param number how many
     * @param size   of each, in bytes
     */
    public static List<Picture> make(int number, int size) throws IOException, NoSuchAlgorithmException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        Random random = new Random(1);
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            System.arraycopy(png.toByteArray(), 0, bytes, 0, png.size());
            String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            pictures.add(new Picture(i + ".png", bytes, sha256));
        }
        return pictures;
    }
}
