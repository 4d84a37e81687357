package io.github.camelwechat.material.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An answer of a server that is not WeChat's, or is broken.
 *
 * @param ends how the call ends
 * @param talk on one connection
 */
record HostileAnswer(String name, Ends ends, RawServer.Conversation talk) {

    /** A good answer to every operation and to both token interfaces. */
    static final String GOOD_FIELDS
            = "\"media_id\":\"M\",\"url\":\"http://u/1\",\"down_url\":\"http://d/1\",\"item\":[],\"total_count\":0,"
              + "\"image_count\":0,\"access_token\":\"GOOD\",\"expires_in\":7200";
    static final String GOOD = "{\"errcode\":0," + GOOD_FIELDS + "}";

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CLOSE = "Connection: close\r\n";
    private static final String CHUNKED = OK + CLOSE + "Transfer-Encoding: chunked\r\n\r\n";
    private static final int FLOOD = 4_000_000;
    private static final int SEED = 20261129;
    private static final int RANDOM_ANSWERS = 8;

    enum Ends {
        GOOD,
        REFUSED,
        UNEXPECTED,
        UNKNOWN,
        /** Unexpected, but a file for {@code getMaterial}, whose interface has files of any kind. */
        UNEXPECTED_OR_FILE,
        /** With any failure that does not promise too much. */
        FAILED
    }

    /** Answers of text in which the places marked with § hold the echo. */
    private static HostileAnswer text(String name, Ends ends, String answer) {
        return text(name, ends, answer, Echo.PLAIN);
    }

    private static HostileAnswer text(String name, Ends ends, String answer, Echo echo) {
        return new HostileAnswer(name, ends, connection -> {
            RawRequest request = connection.readRequest();
            connection.send(answer.replace("§", echo.of(request)));
        });
    }

    /** With an echo inside a string. */
    private static HostileAnswer inJson(String name, Ends ends, String json, Echo echo) {
        return new HostileAnswer(name, ends, connection -> {
            RawRequest request = connection.readRequest();
            connection.lastAnswer(json.replace("§", Echo.escaped(echo.of(request))));
        });
    }

    private static HostileAnswer bytes(String name, Ends ends, byte[] answer) {
        return new HostileAnswer(name, ends, connection -> {
            connection.readRequest();
            connection.send(answer);
        });
    }

    /** With a body that is as long as the header says. */
    private static HostileAnswer body(String name, Ends ends, String head, byte[] body) {
        return new HostileAnswer(name, ends, connection -> {
            connection.readRequest();
            connection.send(head + CLOSE + "Content-Length: " + body.length + "\r\n\r\n");
            connection.send(body);
        });
    }

    private static HostileAnswer json(String json, Ends ends) {
        // as long as a name that tells one from the other
        String name = json.length() <= 150 ? json : json.substring(0, 60) + "… of " + json.length();
        return body("JSON " + name, ends, OK, json.getBytes(UTF_8));
    }

    static List<HostileAnswer> all() {
        List<HostileAnswer> all = new ArrayList<>();
        all.addAll(otherProtocols());
        all.addAll(statusLines());
        all.addAll(headers());
        all.addAll(chunks());
        all.addAll(lengths());
        all.addAll(statuses());
        all.addAll(echoes());
        all.addAll(errcodes());
        all.addAll(oddJson());
        all.addAll(timing());
        return all;
    }

    private static List<HostileAnswer> otherProtocols() {
        List<HostileAnswer> all = new ArrayList<>(
                List.of(
                        text("echo port", Ends.UNEXPECTED, "§\r\n\r\n"),
                        text("HTTP/0.9", Ends.UNEXPECTED, "<html>§</html>\r\n"),
                        text("HTTP/2 preface", Ends.UNEXPECTED, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                        text("SSH", Ends.UNEXPECTED, "SSH-2.0-OpenSSH_9.6\r\n"),
                        text("SMTP", Ends.UNEXPECTED, "220 mail ESMTP\r\n500 unknown command §\r\n"),
                        text("FTP", Ends.UNEXPECTED, "220 ready\r\n530 §\r\n"),
                        text("Redis", Ends.UNEXPECTED, "-ERR unknown command '§'\r\n"),
                        text("Shoutcast", Ends.UNEXPECTED, "ICY 200 OK\r\n\r\n" + GOOD),
                        text("a request", Ends.UNEXPECTED, "GET /?§ HTTP/1.1\r\nHost: a\r\n\r\n"),
                        bytes("HTTP/2 settings", Ends.FAILED, new byte[] { 0, 0, 0, 4, 0, 0, 0, 0, 0 }),
                        bytes("TLS alert", Ends.FAILED, new byte[] { 0x15, 3, 1, 0, 2, 2, 40 }),
                        bytes("TLS handshake", Ends.FAILED, new byte[] { 0x16, 3, 3, 0, 4, 2, 0, 0, 0 }),
                        bytes("zeros", Ends.FAILED, new byte[5000]),
                        bytes("UTF-16", Ends.FAILED, (OK + "\r\n" + GOOD).getBytes(UTF_16LE))));
        Random random = new Random(SEED);
        for (int i = 0; i < RANDOM_ANSWERS; i++) {
            byte[] noise = new byte[1 + random.nextInt(3000)];
            random.nextBytes(noise);
            all.add(bytes("noise " + i, Ends.FAILED, noise));
        }
        return all;
    }

    private static List<HostileAnswer> statusLines() {
        String rest = "\r\n" + CLOSE + "\r\n" + GOOD;
        return List.of(
                text("no reason", Ends.GOOD, "HTTP/1.1 200" + rest),
                text("HTTP/1.0", Ends.GOOD, "HTTP/1.0 200 OK" + rest),
                text("line feeds only", Ends.GOOD, ("HTTP/1.1 200 OK" + rest).replace("\r", "")),
                text("echo as reason", Ends.GOOD, "HTTP/1.1 200 §" + rest),
                text("echo as status", Ends.UNEXPECTED, "HTTP/1.1 §" + rest),
                text("echo as version", Ends.UNEXPECTED, "HTTP/§ 200 OK" + rest),
                text("a word as status", Ends.UNEXPECTED, "HTTP/1.1 okay OK" + rest),
                text("negative status", Ends.UNEXPECTED, "HTTP/1.1 -200 OK" + rest),
                text("huge status", Ends.UNEXPECTED, "HTTP/1.1 99999999999 OK" + rest),
                text("HTTP/2.0", Ends.UNEXPECTED, "HTTP/2.0 200 OK" + rest),
                text("HTTP/9.9", Ends.UNEXPECTED, "HTTP/9.9 200 OK" + rest),
                text("no blank in the line", Ends.UNEXPECTED, "HTTP/1.1200OK" + rest),
                text("endless line", Ends.FAILED, "HTTP/1.1 200 " + "x".repeat(FLOOD)));
    }

    private static List<HostileAnswer> headers() {
        String rest = CLOSE + "\r\n" + GOOD;
        return List.of(
                text("echo as a header's name", Ends.FAILED, OK + "§: a\r\n" + rest),
                text("echo as a header's value", Ends.GOOD, OK + "X-Echo: §\r\n" + rest),
                text("echo as a line without a colon", Ends.FAILED, OK + "§\r\n" + rest),
                text("echo as Content-Length", Ends.UNEXPECTED, OK + "Content-Length: §\r\n" + rest),
                text("echo as Transfer-Encoding", Ends.UNEXPECTED, OK + "Transfer-Encoding: §\r\n" + rest),
                text("echo as Connection", Ends.GOOD, OK + "Connection: §\r\n" + rest),
                text("echo as Set-Cookie", Ends.GOOD, OK + "Set-Cookie: a=§; Domain=§; Expires=§\r\n" + rest),
                text("echo as Content-Type", Ends.GOOD, OK + "Content-Type: §\r\n" + rest),
                text("echo as the name of a file", Ends.UNEXPECTED_OR_FILE,
                        OK + "Content-Type: image/png\r\nContent-Disposition: attachment; filename=\"§\"\r\n" + CLOSE
                                                                            + "\r\nabc"),
                text("echo as the name of a file, escaped", Ends.UNEXPECTED_OR_FILE,
                        OK + "Content-Type: image/png\r\nContent-Disposition: attachment; filename=\"§\"\r\n" + CLOSE
                                                                                     + "\r\nabc",
                        Echo.EACH_BYTE_PERCENT),
                text("a header of 33 KB", Ends.UNKNOWN, OK + "X: " + "x".repeat(33 * 1024) + "\r\n" + rest),
                text("201 headers", Ends.UNKNOWN, OK + "X: y\r\n".repeat(201) + rest),
                text("a flood of headers", Ends.UNKNOWN, OK + "X: §\r\n".repeat(5000) + rest),
                text("a folded header", Ends.GOOD, OK + "X: a\r\n  b\r\n" + rest),
                text("a NUL in a header", Ends.FAILED, OK + "X: a\0b\r\n" + rest),
                text("headers that end amid a line", Ends.UNKNOWN, OK + "X: §"),
                text("gzip that is none", Ends.GOOD, OK + "Content-Encoding: gzip\r\n" + rest),
                body("gzip that is one", Ends.UNEXPECTED, OK + "Content-Encoding: gzip\r\n", gzip(GOOD)),
                text("Upgrade", Ends.GOOD, OK + "Upgrade: h2c\r\n" + rest));
    }

    private static List<HostileAnswer> chunks() {
        String good = Integer.toHexString(GOOD.length());
        return List.of(
                text("echo as a chunk's size", Ends.UNKNOWN, CHUNKED + "§\r\nabc\r\n0\r\n\r\n"),
                text("echo as a chunk's size, percent", Ends.UNKNOWN, CHUNKED + "§\r\nabc\r\n0\r\n\r\n", Echo.PERCENT),
                text("echo as a chunk's extension", Ends.GOOD, CHUNKED + good + ";§\r\n" + GOOD + "\r\n0\r\n\r\n"),
                text("echo as a trailer", Ends.GOOD, CHUNKED + good + "\r\n" + GOOD + "\r\n0\r\nX: §\r\n\r\n"),
                text("echo as a trailer's name", Ends.FAILED, CHUNKED + good + "\r\n" + GOOD + "\r\n0\r\n§\r\n\r\n"),
                text("echo after a chunk", Ends.UNKNOWN, CHUNKED + "3\r\n{\"a§\r\n0\r\n\r\n"),
                text("negative chunk", Ends.UNKNOWN, CHUNKED + "-5\r\nabc\r\n0\r\n\r\n"),
                text("huge chunk", Ends.UNKNOWN, CHUNKED + "FFFFFFFFFFFFFFFFFF\r\nabc"),
                text("long chunk, early end", Ends.UNKNOWN, CHUNKED + "7FFFFFFF\r\n{\"a\":\"§"),
                text("no chunk at all", Ends.UNKNOWN, CHUNKED + "0\r\n\r\n"),
                text("no last chunk", Ends.FAILED, CHUNKED + good + "\r\n" + GOOD + "\r\n"),
                text("endless chunk extension", Ends.FAILED, CHUNKED + "5;" + "x".repeat(FLOOD)),
                text("a flood of trailers", Ends.FAILED,
                        CHUNKED + good + "\r\n" + GOOD + "\r\n0\r\n" + "X: §\r\n".repeat(5000) + "\r\n"),
                text("chunks of one byte", Ends.GOOD, CHUNKED + oneByOne(GOOD) + "0\r\n\r\n"));
    }

    private static String oneByOne(String text) {
        StringBuilder chunks = new StringBuilder();
        text.chars().forEach(c -> chunks.append("1\r\n").append((char) c).append("\r\n"));
        return chunks.toString();
    }

    private static List<HostileAnswer> lengths() {
        return List.of(
                text("too long a length", Ends.UNKNOWN, OK + "Content-Length: 999999\r\n\r\n" + GOOD),
                text("too short a length", Ends.UNKNOWN, OK + CLOSE + "Content-Length: 20\r\n\r\n" + GOOD),
                text("length of 0", Ends.UNKNOWN, OK + CLOSE + "Content-Length: 0\r\n\r\n"),
                text("negative length", Ends.UNEXPECTED, OK + "Content-Length: -1\r\n\r\n" + GOOD),
                text("a word as length", Ends.UNEXPECTED, OK + "Content-Length: all\r\n\r\n" + GOOD),
                text("huge length", Ends.UNEXPECTED, OK + "Content-Length: 99999999999999999999\r\n\r\n" + GOOD),
                text("length of terabytes", Ends.FAILED, OK + "Content-Length: 9999999999999\r\n\r\n" + GOOD),
                text("two lengths", Ends.FAILED, OK + "Content-Length: 3\r\nContent-Length: 999\r\n" + CLOSE + "\r\n" + GOOD),
                text("length and chunks", Ends.FAILED,
                        OK + CLOSE + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n" + GOOD),
                text("an encoding nobody knows", Ends.UNEXPECTED, OK + "Transfer-Encoding: gzip\r\n" + CLOSE + "\r\n" + GOOD),
                text("no length, no end", Ends.GOOD, OK + CLOSE + "\r\n" + GOOD),
                body("five megabytes", Ends.FAILED, OK, ("{\"a\":\"" + "x".repeat(5 << 20)).getBytes(UTF_8)));
    }

    private static List<HostileAnswer> statuses() {
        List<HostileAnswer> all = new ArrayList<>();
        for (int status : List.of(201, 204, 206, 301, 302, 304, 307, 308, 400, 401, 403, 404, 408, 411, 412, 413, 417, 426, 429,
                500, 502, 503, 504, 599)) {
            all.add(text("status " + status, Ends.UNEXPECTED,
                    "HTTP/1.1 " + status + " §\r\n" + CLOSE + "Location: http://127.0.0.1:1/§\r\n"
                                                              + "WWW-Authenticate: Basic realm=\"§\"\r\n\r\n<html>§</html>"));
        }
        all.add(text("status 407", Ends.UNEXPECTED,
                "HTTP/1.1 407 §\r\n" + CLOSE + "Proxy-Authenticate: Basic realm=\"§\"\r\n\r\n"));
        all.add(text("status 999", Ends.FAILED, "HTTP/1.1 999 §\r\n" + CLOSE + "\r\n" + GOOD));
        all.add(text("status 0", Ends.FAILED, "HTTP/1.1 0 §\r\n" + CLOSE + "\r\n" + GOOD));
        // with a length: HttpCore 5.4 takes an answer that the end of the connection ends, after a 100, for cut off
        String good = OK + CLOSE + "Content-Length: " + GOOD.length() + "\r\n\r\n" + GOOD;
        all.add(text("100 before the answer", Ends.GOOD, "HTTP/1.1 100 §\r\n\r\n" + good));
        all.add(text("a flood of 100", Ends.GOOD, "HTTP/1.1 100 §\r\n\r\n".repeat(500) + good));
        all.add(text("a flood of 102, and no more", Ends.UNKNOWN, "HTTP/1.1 102 §\r\nX: §\r\n\r\n".repeat(500)));
        all.add(text("101", Ends.FAILED, "HTTP/1.1 101 §\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"));
        return all;
    }

    private static List<HostileAnswer> echoes() {
        List<HostileAnswer> all = new ArrayList<>();
        for (Echo echo : Echo.values()) {
            all.add(inJson("errmsg: " + echo, Ends.REFUSED, "{\"errcode\":45009,\"errmsg\":\"§\"}", echo));
            all.add(inJson("a field: " + echo, Ends.UNEXPECTED, "{\"echo\":\"§\"}", echo));
            all.add(text("a page: " + echo, Ends.UNEXPECTED, OK + CLOSE + "Content-Type: text/html\r\n\r\n<html>§</html>",
                    echo));
        }
        all.add(inJson("a field's name", Ends.UNEXPECTED, "{\"§\":1}", Echo.PLAIN));
        all.add(inJson("the address of the request", Ends.UNEXPECTED,
                "{\"args\":{},\"url\":\"http://host/§\",\"down_url\":\"http://host/§\"}", Echo.PLAIN));
        all.add(text("the request as JSON", Ends.UNEXPECTED, OK + CLOSE + "\r\n§"));
        return all;
    }

    private static List<HostileAnswer> errcodes() {
        List<HostileAnswer> all = new ArrayList<>();
        Map<Ends, List<String>> codes = Map.of(
                Ends.UNEXPECTED,
                List.of("4294967296", "-4294967296", "0.5", "45009.5", "1e400", "1e-400", "9".repeat(900), "null",
                        "true", "false", "{}", "[]", "[0]", "\"\"", "\"x\"", "\"0.5\"", "\"4294967296\"", "\" 0\"",
                        "0,\"errcode\":0", "0,\"errcode\":45009", "45009,\"errcode\":0"),
                Ends.GOOD, List.of("0", "0.0", "-0", "0e5", "\"0\""),
                Ends.REFUSED, List.of("45103.0", "4.5009e4", "\"45009\"", "45009", "2147483647"));
        codes.forEach((ends, values) -> values.forEach(value -> all.add(body(
                "errcode " + (value.length() > 40 ? value.substring(0, 40) : value), ends, OK,
                ("{\"errcode\":" + value + "," + GOOD_FIELDS + ",\"errmsg\":\"m\"}").getBytes(UTF_8)))));
        return all;
    }

    private static List<HostileAnswer> oddJson() {
        List<HostileAnswer> all = new ArrayList<>();
        for (String json : List.of("[]", " ", "null", "\"M\"", "1", "{}", "}", "{'media_id':'M'}", "<xml/>",
                "callback(" + GOOD + ")",
                "/* c */" + GOOD, GOOD + GOOD, GOOD + "<!-- page -->", GOOD + "]", "{\"errcode\":0,,}", "{\"a\":NaN}",
                "{\"media_id\":\"\",\"url\":\"\",\"down_url\":\"\"}", "{\"media_id\":7,\"url\":7,\"down_url\":7}",
                "{\"media_id\":{},\"url\":{},\"down_url\":{}}", "{\"media_id\":\" \",\"url\":\" \",\"down_url\":\" \"}",
                "{\"media_id\":\"M\",\"media_id\":\"N\",\"url\":\"http://u\",\"url\":\"http://v\"}",
                "{\"url\":\"http://a\\u001b[31m\",\"down_url\":\"http://a/\\u202egpj\"}",
                "{\"url\":\"http://a/b c\",\"down_url\":\"http://a/\\ud800\"}",
                "{\"url\":\"http://a/" + "x".repeat(4000) + "\",\"down_url\":\"http://a/\\u00a0\"}",
                "{\"url\":\"javascript:alert(1)\",\"down_url\":\"file:///etc/passwd\"}",
                "{\"total_count\":-1,\"image_count\":-1,\"expires_in\":-1,\"access_token\":\"a\"}",
                "{\"total_count\":\"many\",\"image_count\":\"many\",\"expires_in\":\"long\",\"access_token\":\"a\"}",
                "{\"total_count\":1e99,\"image_count\":1e99,\"expires_in\":1e99,\"access_token\":\"a\"}",
                "{\"total_count\":1.5,\"image_count\":1.5,\"expires_in\":0.5,\"access_token\":\"a\"}",
                "{\"access_token\":{},\"expires_in\":7200}", "{\"access_token\":\"\",\"expires_in\":7200}",
                "{\"access_token\":\"" + "a".repeat(5000) + "\",\"expires_in\":7200}",
                "{\"access_token\":\"a\",\"expires_in\":0}", "{\"thumb_media_id\":\"T\"}",
                "{\"x\":" + "[".repeat(FLOOD), "{\"x\":[" + "{},".repeat(FLOOD / 3), "{" + fields(FLOOD / 16) + "}",
                "{\"item\":[" + "{\"media_id\":\"M\"},".repeat(20) + "{\"media_id\":\"M\"}],\"x\":" + "[".repeat(1000),
                "{\"media_i\uD800\":\"M\"}".replace("\uD800", "\\uD800"))) {
            all.add(json(json, Ends.UNEXPECTED));
        }
        for (String json : List.of("", "{", GOOD.substring(0, GOOD.length() - 1), "{\"media_id\":\"M")) {
            all.add(json(json, Ends.UNKNOWN));
        }
        all.add(json("\uFEFF" + GOOD, Ends.GOOD));
        all.add(json("\uFEFF{\"errcode\":45009,\"errmsg\":\"m\"}", Ends.REFUSED));
        all.add(body("a BOM, and an image's type", Ends.REFUSED, OK + "Content-Type: image/jpeg\r\n",
                "\uFEFF{\"errcode\":45009,\"errmsg\":\"m\"}".getBytes(UTF_8)));
        all.add(body("UTF-16 and an image's type", Ends.REFUSED, OK + "Content-Type: image/jpeg\r\n",
                "\uFEFF{\"errcode\":45009,\"errmsg\":\"m\"}".getBytes(UTF_16BE)));
        all.add(json("\r\n\t " + GOOD + "\r\n", Ends.GOOD));
        all.add(body("bytes that are no UTF-8", Ends.UNEXPECTED, OK, "{\"media_id\":\"\u00ff\u00fe\"}".getBytes(ISO_8859_1)));
        all.add(body("an image's type", Ends.GOOD, OK + "Content-Type: image/jpeg\r\n", GOOD.getBytes(UTF_8)));
        all.add(body("a page, and an image's type", Ends.UNEXPECTED, OK + "Content-Type: image/jpeg\r\n",
                "\uFEFF\n<!doctype html>".getBytes(UTF_8)));
        all.add(body("a list, and an image's type", Ends.UNEXPECTED, OK + "Content-Type: image/jpeg\r\n",
                " [{\"errcode\":45009}]".getBytes(UTF_8)));
        all.add(body("an error after many blanks, and an image's type", Ends.REFUSED, OK + "Content-Type: image/jpeg\r\n",
                (" ".repeat(1000) + "{\"errcode\":45009}").getBytes(UTF_8)));
        all.add(body("a type of nothing", Ends.GOOD, OK + "Content-Type: ;;;=\r\n", GOOD.getBytes(UTF_8)));
        return all;
    }

    private static String fields(int number) {
        StringBuilder fields = new StringBuilder("\"f\":0");
        for (int i = 0; i < number; i++) {
            fields.append(",\"f").append(i).append("\":0");
        }
        return fields.toString();
    }

    private static List<HostileAnswer> timing() {
        return List.of(
                new HostileAnswer("closed at once", Ends.FAILED, connection -> {
                }),
                new HostileAnswer("reset at once", Ends.FAILED, RawConnection::reset),
                new HostileAnswer("closed after the head", Ends.FAILED, RawConnection::readHead),
                new HostileAnswer("closed after the request", Ends.UNKNOWN, RawConnection::readRequest),
                new HostileAnswer("reset after the request", Ends.UNKNOWN, connection -> {
                    connection.readRequest();
                    connection.reset();
                }),
                new HostileAnswer("reset amid the answer", Ends.UNKNOWN, connection -> {
                    connection.readRequest();
                    connection.send(OK + "Content-Length: 100\r\n\r\n{\"media");
                    connection.reset();
                }),
                new HostileAnswer("silence", Ends.UNKNOWN, connection -> {
                    connection.readRequest();
                    connection.readRest();
                }),
                new HostileAnswer("silence amid the answer", Ends.UNKNOWN, connection -> {
                    connection.readRequest();
                    connection.send(OK + "Content-Length: 100\r\n\r\n{\"media");
                    connection.readRest();
                }),
                new HostileAnswer("a head in drops", Ends.UNKNOWN, connection -> drip(connection, OK + "X: ", "x")),
                new HostileAnswer(
                        "a body in drops", Ends.UNKNOWN,
                        connection -> drip(connection, OK + "Content-Length: 100000\r\n\r\n{\"a\":\"", "x")),
                new HostileAnswer(
                        "100 in drops", Ends.UNKNOWN,
                        connection -> drip(connection, "", "HTTP/1.1 100 Continue\r\n\r\n")),
                new HostileAnswer(
                        "an error before the request is read", Ends.FAILED,
                        connection -> connection.send("HTTP/1.1 413 Too Large\r\n" + CLOSE + "Content-Length: 0\r\n\r\n")),
                new HostileAnswer(
                        "noise before the request is read", Ends.FAILED,
                        connection -> connection.send("NO HTTP AT ALL\r\n\r\n")),
                text("two answers", Ends.GOOD, (OK + "Content-Length: " + GOOD.length() + "\r\n\r\n" + GOOD).repeat(2)),
                // on a connection that is kept the next request may meet the noise
                text("an answer and noise", Ends.GOOD,
                        OK + "Connection: close\r\nContent-Length: " + GOOD.length() + "\r\n\r\n" + GOOD + "NOISE §"));
    }

    private static void drip(RawConnection connection, String first, String drop) throws IOException {
        connection.readRequest();
        connection.send(first);
        while (true) {
            connection.send(drop);
            // the only way to be slow is to wait
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
