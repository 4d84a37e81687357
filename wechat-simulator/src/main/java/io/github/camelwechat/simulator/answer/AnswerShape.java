package io.github.camelwechat.simulator.answer;

import java.time.Clock;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes answers look as the real ones do: varying Content-Types, hints and rids behind error texts. */
public final class AnswerShape {

    private static final List<String> CONTENT_TYPES
            = List.of("text/plain", "application/json; encoding=utf-8", "application/json; charset=utf-8");
    private static final String HINT_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
    private static final int HINT_LENGTH = 12;

    private final Clock clock;
    private final Random random;
    private int nextContentType;

    /**
     * Begins a sequence of answers.
     *
     * @param clock whose time the rids begin with
     * @param seed  the same seed gives the same sequence of Content-Types, hints and rids
     */
    public AnswerShape(Clock clock, long seed) {
        this.clock = clock;
        this.random = new Random(seed);
        this.nextContentType = random.nextInt(CONTENT_TYPES.size());
    }

    /**
     * Shapes what an interface says.
     *
     * @param textPlain whether JSON may come as {@code text/plain} too
     */
    public Answer success(Reply reply, boolean textPlain) {
        if (reply instanceof Reply.Download download) {
            return new Answer(200, download.contentType(), download.fileName(), download.body(), 0, null);
        }
        return new Answer(200, contentType(textPlain), Json.wechat(((Reply.Message) reply).json()), 0);
    }

    /**
     * Shapes a refusal: errcode and errmsg, with a new rid.
     *
     * @param textPlain whether it may come as {@code text/plain} too
     */
    public Answer failure(ApiError error, boolean textPlain) {
        String rid = rid();
        String suffix = (error.gateway() ? "" : " hint: [" + hint() + "]") + " rid: " + rid;
        ObjectNode json = Json.object();
        json.put("errcode", error.errcode());
        json.put("errmsg", error.getMessage() + suffix);
        // the gateway has been seen with slashes as they are, the interfaces with escaped ones
        byte[] body = error.gateway() ? Json.plain(json) : Json.wechat(json);
        return new Answer(200, contentType(textPlain), null, new Body.InMemory(body), error.errcode(), rid);
    }

    private synchronized String contentType(boolean textPlain) {
        nextContentType = (nextContentType + 1 + random.nextInt(CONTENT_TYPES.size() - 1)) % CONTENT_TYPES.size();
        return CONTENT_TYPES.get(textPlain ? nextContentType : Math.max(1, nextContentType));
    }

    private String rid() {
        return String.format("%08x-%08x-%08x", clock.instant().getEpochSecond(), random.nextInt(), random.nextInt());
    }

    private String hint() {
        StringBuilder hint = new StringBuilder();
        while (hint.length() < HINT_LENGTH) {
            hint.append(HINT_ALPHABET.charAt(random.nextInt(HINT_ALPHABET.length())));
        }
        return hint.append('-').append(random.nextInt(3)).toString();
    }
}
