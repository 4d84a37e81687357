package io.github.camelwechat.s3;

import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;
import org.jspecify.annotations.Nullable;

/**
 * One content of an object. Whoever replaces the object makes another one.
 *
 * @param key          the name in the bucket
 * @param etag         what S3 tells bytes apart by
 * @param title        in its metadata, as it stands there; null if there is none
 * @param introduction likewise
 */
record ObjectVersion(String key, String etag, @Nullable String title, @Nullable String introduction) {

    static ObjectVersion of(Exchange exchange) {
        Message message = exchange.getMessage();
        Map<?, ?> metadata = message.getHeader(AWS2S3Constants.METADATA, Map.of(), Map.class);
        return new ObjectVersion(
                message.getHeader(AWS2S3Constants.KEY, String.class), message.getHeader(AWS2S3Constants.E_TAG, String.class),
                (String) metadata.get("title"), (String) metadata.get("introduction"));
    }
}
