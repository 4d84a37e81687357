package io.github.camelwechat.http;

import java.net.UnknownHostException;

/** A name whose addresses were not found in time. */
final class SlowLookUpException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    SlowLookUpException(String host) {
        super(host);
    }
}
