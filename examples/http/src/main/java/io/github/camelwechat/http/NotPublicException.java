package io.github.camelwechat.http;

import java.net.UnknownHostException;

/** A name that leads to no public address, so that nothing is connected to. */
final class NotPublicException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    NotPublicException(String host) {
        super(host);
    }
}
