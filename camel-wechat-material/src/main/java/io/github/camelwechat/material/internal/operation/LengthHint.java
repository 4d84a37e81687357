package io.github.camelwechat.material.internal.operation;

import java.util.List;

import io.github.camelwechat.material.internal.media.Body;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Header in which a source of messages tells the length of the body.
 *
 * @param header        its name
 * @param streamPackage start of the class name of the source's own streams; null for none
 */
record LengthHint(String header, @Nullable String streamPackage) {

    /** In this order; the components of these headers are no dependencies of this one. */
    static final List<LengthHint> ALL = List.of(
            new LengthHint(Exchange.FILE_LENGTH, null),
            new LengthHint("CamelAwsS3ContentLength", "software.amazon.awssdk."));

    /** Returns whether the body is the source's own stream; one that a step of the route has made is another body. */
    boolean isOf(Body body) {
        return streamPackage != null && body instanceof Body.Streamed streamed
                && streamed.stream().getClass().getName().startsWith(streamPackage);
    }
}
