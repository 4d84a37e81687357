package io.github.camelwechat.simulator.api;

import java.io.IOException;
import java.nio.ByteBuffer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Reply;
import io.github.camelwechat.simulator.journal.Head;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.library.Spool;
import io.github.camelwechat.simulator.multipart.Boundary;
import io.github.camelwechat.simulator.multipart.FramingException;
import io.github.camelwechat.simulator.multipart.MultipartReader;
import org.jspecify.annotations.Nullable;

/** One upload: the form is read and spooled as it comes, then checked in WeChat's order, then stored. */
final class UploadCall implements ApiCall {

    /** What becomes of a form whose type was checked before and that has a file with bytes. */
    @FunctionalInterface
    interface Receiver {
        JsonNode receive(String appId, UploadForm form, OpenEntry entry) throws IOException;
    }

    /** Knows what is to become of a form of that type, or refuses the type. */
    @FunctionalInterface
    interface Receivers {
        Receiver of(String type);
    }

    private final Receivers receivers;
    private final @Nullable String type;
    private final long contentLength;
    private final Spool spool;
    private final UploadForm form;
    /** Gone when the form is no form: the rest of it is read and dropped. */
    private @Nullable MultipartReader reader;
    private long received;
    private @Nullable String framingFault;

    /**
     * Begins a call whose body has not come yet.
     *
     * @param type  the query parameter, null if there is none
     * @param spool takes the bytes
     */
    UploadCall(Receivers receivers, @Nullable String type, Head head, Spool spool) {
        this.receivers = receivers;
        this.type = type;
        this.contentLength = head.contentLength();
        this.spool = spool;
        this.form = new UploadForm(spool);
        try {
            reader = new MultipartReader(Boundary.of(head.header("Content-Type")), form);
        } catch (FramingException e) {
            refuse(e);
        }
    }

    @Override
    public boolean body(ByteBuffer bytes) {
        received += bytes.remaining();
        if (reader != null) {
            try {
                reader.read(bytes);
                return !(reader.ended() && received < contentLength);
            } catch (FramingException e) {
                refuse(e);
            }
        }
        bytes.position(bytes.limit());
        return true;
    }

    @Override
    public void bodyEnds(OpenEntry entry) {
        try {
            if (reader != null) {
                reader.finish();
                form.complete();
            }
        } catch (FramingException e) {
            refuse(e);
        }
        if (framingFault == null && received < contentLength) {
            framingFault = "the form ends after " + received + " bytes, Content-Length says " + contentLength;
        }
        form.note(type, entry);
    }

    @Override
    public Reply answer(String appId, OpenEntry entry) throws IOException {
        Receiver receiver = receivers.of(type == null ? "" : type);
        if (framingFault != null) {
            entry.reason(framingFault);
            throw ApiError.behind(41005);
        }
        if (spool.size() == 0) {
            throw ApiError.behind(44001);
        }
        return Reply.of(receiver.receive(appId, form, entry));
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private void refuse(FramingException e) {
        framingFault = e.getMessage();
        reader = null;
    }
}
