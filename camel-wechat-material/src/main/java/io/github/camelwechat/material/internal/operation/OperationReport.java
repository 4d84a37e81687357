package io.github.camelwechat.material.internal.operation;

import java.time.Duration;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.call.MediaInfo;
import io.github.camelwechat.material.internal.call.OperationEnd;
import io.github.camelwechat.material.result.WechatMaterialResult;
import org.jspecify.annotations.Nullable;

/**
 * Report on one operation, from the arrival of its exchange on.
 *
 * @param reporter  tells the listeners
 * @param operation for them
 * @param account   by the name of the endpoint
 * @param begun     in nanoseconds of the reporter
 */
public record OperationReport(CallReporter reporter, String operation, String account, long begun) {

    /** Begins the report. */
    public static OperationReport begin(CallReporter reporter, Operation operation, String account) {
        return new OperationReport(reporter, operation.constant().name(), account, reporter.nanoTime().getAsLong());
    }

    void completed(MediaInfo media, @Nullable WechatMaterialResult result, @Nullable Throwable failure) {
        Duration time = Duration.ofNanos(reporter.nanoTime().getAsLong() - begun);
        reporter.completed(new OperationEnd(operation, account, media, time, result, failure));
    }

    /** Tells that nothing was handed on. */
    public void refused(Throwable why) {
        String fileName = why instanceof InvalidMaterialException invalid ? invalid.getFileName() : null;
        completed(new MediaInfo(fileName, null, 0), null, why);
    }
}
