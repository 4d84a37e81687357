package io.github.camelwechat.material.internal.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Look-up of a host name. It may wait for a network. */
@FunctionalInterface
interface HostResolver {

    /** Returns the addresses of a host, in the order in which they are to be tried. */
    InetAddress[] resolve(String host) throws UnknownHostException;
}
