package io.github.camelwechat.benchmarks.sink;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One kept connection. Everybody gets the same answers, in WeChat's form; as WeChat does, it wants a length and refuses
 * chunks.
 */
final class Connection implements Runnable {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final String UPLOADED = "{\"media_id\":\"" + "x".repeat(64) + "\",\"url\":\"http://mmbiz.qpic.cn/mmbiz_png/"
                                           + "x".repeat(80) + "/0?wx_fmt=png\",\"item\":[]}";
    private static final String TOKEN = "{\"access_token\":\"" + "x".repeat(136) + "\",\"expires_in\":7200}";

    private final Socket client;
    private final Counts counts;
    private final byte[] buffer = new byte[128 * 1024];
    private int filled;

    Connection(Socket client, Counts counts) {
        this.client = client;
        this.counts = counts;
    }

    @Override
    public void run() {
        try (client; InputStream in = client.getInputStream(); OutputStream out = client.getOutputStream()) {
            client.setTcpNoDelay(true);
            for (String head = head(in); head != null; head = head(in)) {
                String json = answer(head, in);
                out.write(("HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Type: application/json; encoding=utf-8\r\n"
                           + "Content-Length: " + json.length() + "\r\n\r\n" + json)
                        .getBytes(StandardCharsets.US_ASCII));
            }
        } catch (SocketException e) {
            // a client that is done, or one that complains itself
        } catch (IOException e) {
            System.err.println("sink: " + e);
        }
    }

    private String answer(String head, InputStream in) throws IOException {
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            discard(in, Long.parseLong(length.group(1)));
        } else if (!head.startsWith("GET ")) {
            throw new IOException("411 Length Required: " + head);
        }
        String path = head.split("[ ?]", 3)[1];
        return switch (path) {
            case "/cgi-bin/material/add_material" -> {
                counts.add(Long.parseLong(length.group(1)));
                yield UPLOADED;
            }
            case "/cgi-bin/token", "/cgi-bin/stable_token" -> TOKEN;
            case "/counts" -> counts.json();
            default -> throw new IOException("404 Not Found: " + path);
        };
    }

    /** The next request's, with its last line end; null when there is no further request. */
    private @Nullable String head(InputStream in) throws IOException {
        for (int end = endOfHead(); end < 0; end = endOfHead()) {
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return null;
            }
            filled += read;
        }
        int end = endOfHead();
        String head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        drop(end);
        return head;
    }

    private int endOfHead() {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private void discard(InputStream in, long length) throws IOException {
        int here = (int) Math.min(length, filled);
        drop(here);
        for (long left = length - here; left > 0;) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("A body ended " + left + " bytes before its length");
            }
            left -= read;
        }
    }

    private void drop(int bytes) {
        System.arraycopy(buffer, bytes, buffer, 0, filled - bytes);
        filled -= bytes;
    }
}
