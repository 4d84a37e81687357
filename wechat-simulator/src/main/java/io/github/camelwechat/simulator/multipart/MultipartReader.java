package io.github.camelwechat.simulator.multipart;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a form as its bytes come, strictly: no preamble, CRLF everywhere, a CRLF behind the closing boundary and
 * nothing after it. Holds no more than a window of some kilobytes. Not thread-safe.
 */
public final class MultipartReader {

    private static final int SLICE = 16 * 1024;
    private static final int LONGEST_HEADERS = 8 * 1024;
    private static final int LONGEST_OPENING = 80;
    private static final byte[] CRLF = { '\r', '\n' };
    private static final byte[] EMPTY_LINE = { '\r', '\n', '\r', '\n' };

    private enum State {
        OPENING,
        HEADERS,
        CONTENT,
        CLOSING,
        ENDED
    }

    private final PartListener listener;
    /** Empty until it is known. */
    private byte[] delimiter;
    private byte[] window = new byte[2 * SLICE];
    private int start;
    private int end;
    private State state = State.OPENING;

    public MultipartReader(Boundary boundary, PartListener listener) {
        this.listener = listener;
        this.delimiter = boundary.value().isEmpty() ? new byte[0] : delimiterOf(boundary.value());
    }

    /** Takes the next bytes of the body. */
    public void read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            int length = Math.min(SLICE, bytes.remaining());
            makeRoom(length);
            bytes.get(window, end, length);
            end += length;
            while (step()) {
                // each step takes what it can from the window
            }
        }
    }

    /** {@return whether the closing boundary and its CRLF have been read} */
    public boolean ended() {
        return state == State.ENDED;
    }

    /** There is no more: complains unless the form has ended properly. */
    public void finish() {
        switch (state) {
            case OPENING -> throw new FramingException("the body has no opening boundary");
            case HEADERS -> throw new FramingException("the body ends inside the headers of a part");
            case CONTENT -> throw new FramingException("the body has no closing boundary");
            case CLOSING -> throw new FramingException("no CRLF after the closing boundary");
            default -> {
            }
        }
    }

    private boolean step() {
        return switch (state) {
            case OPENING -> opening();
            case HEADERS -> headers();
            case CONTENT -> content();
            case CLOSING -> closing();
            case ENDED -> ended(end - start);
        };
    }

    private boolean opening() {
        int line = find(CRLF, start);
        // the limits hold however the body is cut into pieces
        if ((line < 0 ? end - CRLF.length + 1 : line) - start > LONGEST_OPENING) {
            throw new FramingException("the body does not begin with a boundary");
        }
        if (line < 0) {
            return false;
        }
        String opening = new String(window, start, line - start, StandardCharsets.ISO_8859_1);
        if (!opening.startsWith("--")) {
            throw new FramingException("the body does not begin with a boundary");
        }
        byte[] found = delimiterOf(Boundary.checked(opening.substring(2)));
        if (delimiter.length > 0 && !Arrays.equals(delimiter, found)) {
            throw new FramingException("the body begins with another boundary than the one in the Content-Type");
        }
        delimiter = found;
        start = line + CRLF.length;
        state = State.HEADERS;
        return true;
    }

    private boolean headers() {
        boolean none = end - start >= 2 && window[start] == '\r' && window[start + 1] == '\n';
        int stop = none ? start : find(EMPTY_LINE, start);
        if ((stop < 0 ? end - EMPTY_LINE.length + 1 : stop) - start > LONGEST_HEADERS) {
            throw new FramingException("the headers of a part are longer than " + LONGEST_HEADERS + " bytes");
        }
        if (stop < 0) {
            return false;
        }
        PartHeaders headers = PartHeaders.parse(window, start, stop - start);
        start = stop + (none ? CRLF.length : EMPTY_LINE.length);
        state = State.CONTENT;
        listener.partBegins(headers);
        return true;
    }

    private boolean content() {
        int found = find(delimiter, start);
        if (found < 0) {
            emit(Math.max(start, end - delimiter.length + 1));
            return false;
        }
        emit(found);
        int after = found + delimiter.length;
        if (end - after < 2) {
            return false;
        }
        if (window[after] == '\r' && window[after + 1] == '\n') {
            state = State.HEADERS;
        } else if (window[after] == '-' && window[after + 1] == '-') {
            state = State.CLOSING;
        } else {
            // a longer word that begins like the boundary belongs to the content
            emit(found + 1);
            return true;
        }
        start = after + 2;
        listener.partEnds();
        return true;
    }

    private boolean closing() {
        if (end - start < 2) {
            return false;
        }
        if (window[start] != '\r' || window[start + 1] != '\n') {
            throw new FramingException("no CRLF after the closing boundary");
        }
        start += 2;
        state = State.ENDED;
        return true;
    }

    private boolean ended(int more) {
        if (more > 0) {
            throw new FramingException("there are bytes behind the end of the form");
        }
        return false;
    }

    private void emit(int upTo) {
        if (upTo > start) {
            listener.partBytes(window, start, upTo - start);
            start = upTo;
        }
    }

    private int find(byte[] wanted, int from) {
        int last = end - wanted.length;
        for (int i = from; i <= last; i++) {
            if (window[i] == wanted[0] && Arrays.equals(window, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private void makeRoom(int length) {
        System.arraycopy(window, start, window, 0, end - start);
        end -= start;
        start = 0;
        if (window.length - end < length) {
            window = Arrays.copyOf(window, end + length);
        }
    }

    private static byte[] delimiterOf(String boundary) {
        return ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }
}
