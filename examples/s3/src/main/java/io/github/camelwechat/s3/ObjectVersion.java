package io.github.camelwechat.s3;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;

/**
 * One content of an object. Whoever replaces the object makes another one.
 *
 * @param key  the name in the bucket
 * @param etag what S3 tells contents apart by
 */
record ObjectVersion(String key, String etag) {

    static ObjectVersion of(Exchange exchange) {
        Message message = exchange.getMessage();
        return new ObjectVersion(
                message.getHeader(AWS2S3Constants.KEY, String.class),
                message.getHeader(AWS2S3Constants.E_TAG, String.class));
    }
}
