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

    /**
     * Without a cause.
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
     * With a cause.
     *
     * @param operation the interface that was called, by WeChat's name, for example {@code addMaterial}
     * @param errcode   WeChat's code, never 0
     * @param errmsg    WeChat's text without its hint and rid
     * @param rid       WeChat's request id, or null
     * @param cause     what caused it; may be null
     */
    public WechatApiException(String operation, int errcode, String errmsg, @Nullable String rid, @Nullable Throwable cause) {
        super(message(operation, errcode, errmsg, rid), cause);
        this.operation = operation;
        this.errcode = errcode;
        this.errmsg = errmsg;
        this.rid = rid;
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
     * Whether a redelivery a few minutes later is safe, and can succeed though neither message nor configuration are
     * changed. So it is false for -1 (busy) of {@code addMaterial}, which may have been carried out, and for a daily
     * quota.
     */
    @Override
    public boolean isRetryable() {
        return ErrorCode.of(errcode).retryable(operation);
    }

    /** {@return whether it is -1 (busy) of {@code addMaterial}: WeChat may have stored the material all the same} */
    @Override
    public boolean mayHaveTakenEffect() {
        return ErrorCode.of(errcode).leavesOpen(operation);
    }

    /** What to do about it, in one sentence; never null. */
    public String getAdvice() {
        return ErrorCode.of(errcode).advice(operation, errmsg);
    }

    private static String message(String operation, int errcode, String errmsg, @Nullable String rid) {
        String id = rid == null ? "" : ", rid " + rid;
        return operation + ": WeChat answered " + errcode + " " + errmsg + id + ". "
               + ErrorCode.of(errcode).advice(operation, errmsg);
    }
}
