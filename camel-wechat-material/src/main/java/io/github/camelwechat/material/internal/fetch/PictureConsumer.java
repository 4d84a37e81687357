package io.github.camelwechat.material.internal.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.camelwechat.material.internal.fetch.FetchException.Reason;
import io.github.camelwechat.material.internal.media.Download;
import io.github.camelwechat.material.internal.media.VisibleText;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Taker of one answer: the picture runs into a download; everything else ends the connection as soon as it is known, so
 * that nothing more is read.
 */
final class PictureConsumer implements AsyncResponseConsumer<Void> {

    private static final int OK = 200;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    /** Beside those from 500 on: time-out, too early, too many requests. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    private static final int FIRST_OF_SERVER = 500;
    /** HttpClient takes any number. */
    private static final int MAX_EARLY_ANSWERS = 10;

    private final FetchAddress address;
    private final long maxBytes;
    private final Download download;
    private final Runnable released;
    private final MessageDigest digest = sha256();
    private long length;
    private int earlyAnswers;
    private @Nullable FutureCallback<Void> result;
    private volatile @Nullable Answer decided;
    private volatile @Nullable FetchException refused;

    /** End of an answer whose outcome is known before its last byte. */
    static final class DecidedException extends IOException {

        private static final long serialVersionUID = 1L;

        DecidedException() {
            super("The outcome is known");
        }
    }

    /** @param released called once the connection is gone */
    PictureConsumer(FetchAddress address, long maxBytes, Download download, Runnable released) {
        this.address = address;
        this.maxBytes = maxBytes;
        this.download = download;
        this.released = released;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the outcome; null if the answer itself does not tell it. */
    @Nullable
    Answer decided() {
        return decided;
    }

    /** Returns the failure; null if the answer itself is none. */
    @Nullable
    FetchException refused() {
        return refused;
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) throws IOException {
        earlyAnswers++;
        if (earlyAnswers > MAX_EARLY_ANSWERS) {
            throw refuse(FetchException.lasting(Reason.ANSWER,
                    host() + ": not fetched, more than " + MAX_EARLY_ANSWERS + " early answers (1xx) came before the answer."));
        }
    }

    @Override
    public void consumeResponse(
            HttpResponse response, @Nullable EntityDetails entity, HttpContext context, FutureCallback<Void> callback)
            throws IOException {
        int status = response.getCode();
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (REDIRECTS.contains(status) && location != null && location.getValue() != null) {
            decided = new Answer.Redirect(text(location.getValue()));
            throw new DecidedException();
        }
        if (status != OK) {
            throw refuse(FetchException.ofStatus(status, status >= FIRST_OF_SERVER || PASSING.contains(status),
                    address + ": not fetched, " + host() + " answered with HTTP status " + status
                                                                                                                + ". Check whether the picture is there, and open to everybody."));
        }
        if (entity == null) {
            throw refuse(empty());
        }
        if (entity.getContentLength() > maxBytes) {
            throw refuse(tooLarge(entity.getContentLength() + " bytes"));
        }
        result = callback;
    }

    /** Reads a header as UTF-8 if it is: as browsers do it. Its bytes came as ISO 8859-1. */
    private static String text(String header) {
        byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }

    private DecidedException refuse(FetchException failure) {
        refused = failure;
        return new DecidedException();
    }

    private String host() {
        return address.hostAndPort();
    }

    private FetchException empty() {
        return FetchException.lasting(Reason.SIZE, address + ": not fetched, the answer has no bytes.");
    }

    private FetchException tooLarge(String found) {
        return FetchException.lasting(Reason.SIZE,
                address + ": not fetched, it has " + found + ", the limit is " + maxBytes + " bytes. Make it smaller.");
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        if (length + bytes.remaining() > maxBytes) {
            throw refuse(tooLarge("more bytes"));
        }
        length += bytes.remaining();
        try {
            digest.update(bytes.duplicate());
            download.write(bytes);
        } catch (IOException e) {
            throw refuse(FetchException.of(Reason.STORAGE, true,
                    address + ": not fetched, its bytes cannot be kept (" + VisibleText.excerpt(e.toString())
                                                                 + "). Make room in the temporary folder, java.io.tmpdir.",
                    e));
        } catch (RuntimeException | Error e) {
            // an Error, no memory for example, would end the I/O thread, and with it all other fetches on it
            throw new IOException("The answer could not be taken in: " + e, e);
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) throws IOException {
        if (length == 0) {
            throw refuse(empty());
        }
        decided = new Answer.Picture(new Fetched(download, length, HexFormat.of().formatHex(digest.digest()), address));
        Objects.requireNonNull(result).completed(null);
    }

    @Override
    public void failed(Exception cause) {
        // the engine tells the callback of the request
    }

    @Override
    public void releaseResources() {
        released.run();
    }
}
