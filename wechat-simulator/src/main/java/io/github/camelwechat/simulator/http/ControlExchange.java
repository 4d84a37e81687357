package io.github.camelwechat.simulator.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Function;

import io.github.camelwechat.simulator.answer.Answer;

/** One request to the control API: collects its body as it comes, then carries the command out. Holds no thread. */
final class ControlExchange implements BodyReader.End {

    private static final int LONGEST_BODY = 1024 * 1024;

    private final Function<byte[], Answer> command;
    private final Wire wire;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /**
     * A request whose body has not come yet.
     *
     * @param command from the body to the answer
     */
    ControlExchange(Function<byte[], Answer> command, Wire wire) {
        this.command = command;
        this.wire = wire;
    }

    /** Takes the next bytes of the body; false once there are too many. */
    boolean body(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        body.writeBytes(copy);
        return body.size() <= LONGEST_BODY;
    }

    @Override
    public void complete() {
        if (body.size() > LONGEST_BODY) {
            enough();
        } else {
            wire.answer(run());
        }
    }

    @Override
    public void enough() {
        wire.answerAndClose(Refusal.of(
                Refusal.CONTENT_TOO_LARGE, "The body is longer than " + LONGEST_BODY + " bytes: send fewer at a time"));
    }

    @Override
    public void failed(Throwable cause) {
        wire.abandon();
    }

    /** Answers whatever happens: a request whose body came late has nobody else to do so. */
    private Answer run() {
        try {
            return command.apply(body.toByteArray());
        } catch (RuntimeException e) {
            return Refusal.of(Refusal.INTERNAL_ERROR, "The simulator itself failed: " + e);
        }
    }
}
