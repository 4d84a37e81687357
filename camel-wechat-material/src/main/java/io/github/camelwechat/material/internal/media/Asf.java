package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Microsoft's container, which holds WMA and WMV alike: without a video stream in its header it passes for audio. The
 * header's objects come in any order. (Advanced Systems Format specification, sections 3 and 10.)
 */
final class Asf implements FirstGuess.Structure {

    /** Bytes of the header object before the first one in it. */
    static final int START = 30;
    /** Bytes of an object's identifier and size. */
    static final int OBJECT = 24;

    private static final byte[] HEADER = guid("3026b2758e66cf11a6d900aa0062ce6c");
    private static final byte[] STREAM_PROPERTIES = guid("9107dcb7b7a9cf118ee600c00c205365");
    private static final byte[] HEADER_EXTENSION = guid("b503bf5f2ea9cf118ee300c00c205365");
    /** Its payload is a description, and sometimes the stream's properties. */
    private static final byte[] EXTENDED_STREAM_PROPERTIES = guid("cba5e61472c632438399a96952065b5a");
    private static final byte[] DATA = guid("3626b2758e66cf11a6d900aa0062ce6c");
    private static final byte[] VIDEO = guid("c0ef19bc4d5bcf11a8fd00805f5c442b");
    private static final FirstBytes NOTHING = new FirstBytes(new byte[0], 0);
    /** Bytes of the header extension before the first object in it. */
    private static final int EXTENSION_START = 46;
    private static final int EXTENDED_BYTES = 4 << 10;
    /** More objects than any header has; a walk over so many empty ones takes milliseconds. */
    private static final int MAX_OBJECTS = 100_000;

    private static byte[] guid(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static boolean startsWith(FirstBytes first) {
        return first.has(0, HEADER);
    }

    @Override
    public @Nullable MediaFormat format(ForwardReader in, boolean all) throws IOException {
        FirstBytes near = in.next(FirstBytes.SNIFFED_BYTES);
        in.skip(START);
        boolean sound = false;
        for (int objects = 0; objects < MAX_OBJECTS && in.rest() > OBJECT; objects++) {
            long size = size(in);
            FirstBytes object = isOfInterest(in) ? in.next(OBJECT + VIDEO.length) : NOTHING;
            if (isVideo(object, size, in)) {
                return MediaFormat.WMV;
            }
            sound |= object.has(0, STREAM_PROPERTIES);
            if (size < OBJECT || object.has(0, DATA)) {
                break;
            }
            in.skip(object.has(0, HEADER_EXTENSION) ? EXTENSION_START : size);
        }
        // a header whose chain of objects is broken still tells by a video's identifier near its start
        return !sound && near.contains(VIDEO) ? MediaFormat.WMV : MediaFormat.WMA;
    }

    /** Returns the bytes of the object at the reader's place; negative for more than there can be. */
    static long size(ForwardReader in) throws IOException {
        return Long.reverseBytes(in.number(16) << 32 | in.number(20));
    }

    /** Returns whether an object tells of streams: most do not, and there may be any number of them. */
    private static boolean isOfInterest(ForwardReader in) throws IOException {
        int start = (int) in.number(0);
        return start == 0x9107dcb7 || start == 0xb503bf5f || start == 0xcba5e614 || start == 0x3626b275;
    }

    private static boolean isVideo(FirstBytes object, long size, ForwardReader in) throws IOException {
        if (object.has(0, STREAM_PROPERTIES)) {
            return object.has(OBJECT, VIDEO);
        }
        return object.has(0, EXTENDED_STREAM_PROPERTIES) && size >= OBJECT
                && in.next((int) Math.min(size, EXTENDED_BYTES)).contains(VIDEO);
    }
}
