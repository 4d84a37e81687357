package io.github.camelwechat.material.error;

import org.jspecify.annotations.Nullable;

/**
 * WeChat's interface refused the call: an answer with an {@code errcode} other than 0.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/service/guide/dev/api">the general return codes</a>
 */
public class WechatApiException extends WechatMaterialException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final int errcode;
    private final String errmsg;
    private final @Nullable String rid;
    private final boolean busyLeavesOpen;

    /**
     * Without a cause, of a call that may have been carried out if the code is -1 (busy).
     *
     * @param operation the interface that was called, by WeChat's name, for example {@code addMaterial}
     * @param errcode   WeChat's code, never 0
     * @param errmsg    WeChat's text without its hint and rid
     * @param rid       WeChat's request id, or null
     */
    public WechatApiException(String operation, int errcode, String errmsg, @Nullable String rid) {
        this(operation, errcode, errmsg, rid, null);
    }

    /**
     * With a cause, of a call that may have been carried out if the code is -1 (busy).
     *
     * @param operation the interface that was called, by WeChat's name, for example {@code addMaterial}
     * @param errcode   WeChat's code, never 0
     * @param errmsg    WeChat's text without its hint and rid
     * @param rid       WeChat's request id, or null
     * @param cause     what caused it; may be null
     */
    public WechatApiException(String operation, int errcode, String errmsg, @Nullable String rid, @Nullable Throwable cause) {
        this(operation, errcode, errmsg, rid, true, cause);
    }

    /**
     * Of any call.
     *
     * @param operation      the interface that was called, by WeChat's name, for example {@code addMaterial}
     * @param errcode        WeChat's code, never 0
     * @param errmsg         WeChat's text without its hint and rid
     * @param rid            WeChat's request id, or null
     * @param busyLeavesOpen whether a call of this interface that is answered with -1 (busy) may have been carried out
     * @param cause          what caused it; may be null
     */
    public WechatApiException(String operation, int errcode, String errmsg, @Nullable String rid, boolean busyLeavesOpen,
                              @Nullable Throwable cause) {
        super(message(operation, errcode, errmsg, rid, busyLeavesOpen), cause);
        this.operation = operation;
        this.errcode = errcode;
        this.errmsg = errmsg;
        this.rid = rid;
        this.busyLeavesOpen = busyLeavesOpen;
    }

    /**
     * The interface that was called, by WeChat's name: {@code addMaterial}, or {@code getStableAccessToken} for a
     * token.
     */
    public String getOperation() {
        return operation;
    }

    /** WeChat's code. Decide by it, never by the text. */
    public int getErrcode() {
        return errcode;
    }

    /** WeChat's text, without the hint and the request id behind it. It comes from outside: treat it as untrusted. */
    public String getErrmsg() {
        return errmsg;
    }

    /** WeChat's request id, which its console can look up for seven days; null where the answer had none. */
    public @Nullable String getRid() {
        return rid;
    }

    /**
     * Returns whether a redelivery a few minutes later is safe, and can succeed though neither message nor
     * configuration are changed. So it is false for -1 (busy) of a call that may have been carried out,
     * {@code addMaterial} for example, and for a daily quota.
     */
    @Override
    public boolean isRetryable() {
        return ErrorCode.of(errcode).retryable(busyLeavesOpen);
    }

    /**
     * Returns whether the code is -1 (busy) of a call that may have been carried out all the same. Of the component's
     * own calls, only {@code addMaterial} is one.
     */
    @Override
    public boolean mayHaveTakenEffect() {
        return ErrorCode.of(errcode).leavesOpen(busyLeavesOpen);
    }

    /** Returns the advice, in one sentence; never null. */
    public String getAdvice() {
        return ErrorCode.of(errcode).advice(operation, busyLeavesOpen, errmsg);
    }

    /** This machine's address as WeChat sees it, where its text names it (40164); null elsewhere. */
    public @Nullable String getCallerAddress() {
        return ReportedAddress.in(errmsg).orElse(null);
    }

    private static String message(
            String operation, int errcode, String errmsg, @Nullable String rid, boolean busyLeavesOpen) {
        String id = rid == null ? "" : ", rid " + rid;
        return operation + ": WeChat answered " + errcode + " " + errmsg + id + ". "
               + ErrorCode.of(errcode).advice(operation, busyLeavesOpen, errmsg);
    }
}
