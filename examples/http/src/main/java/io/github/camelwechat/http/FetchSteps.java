package io.github.camelwechat.http;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The way from address to address, each of which is held against the list of hosts before anything is connected to. */
final class FetchSteps {

    private static final String ADDRESS = "fetch.address";
    private static final String REDIRECTS = "fetch.redirects";

    private final AllowedHosts hosts;
    private final FetchLimits limits;

    FetchSteps(AllowedHosts hosts, FetchLimits limits) {
        this.hosts = hosts;
        this.limits = limits;
    }

    void begin(Exchange exchange, PictureAddress address) throws RequestException {
        exchange.setProperty(REDIRECTS, 0);
        // the bytes are wanted as they are
        exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true);
        next(exchange, address);
    }

    void follow(Exchange exchange, String location) throws RequestException {
        int redirects = exchange.getProperty(REDIRECTS, 0, Integer.class) + 1;
        if (redirects > limits.redirects()) {
            throw new RequestException(
                    new Problem(
                            422, "The address leads on more than " + limits.redirects() + " times.",
                            "Name the address that it leads to."));
        }
        exchange.setProperty(REDIRECTS, redirects);
        PictureAddress from = address(exchange);
        try {
            next(exchange, from.resolve(location));
        } catch (IllegalArgumentException e) {
            throw new RequestException(
                    new Problem(
                            422, from.host() + " leads on to what cannot be fetched: " + e.getMessage(),
                            "Name another address."),
                    e);
        }
    }

    PictureAddress address(Exchange exchange) {
        return exchange.getProperty(ADDRESS, PictureAddress.class);
    }

    private void next(Exchange exchange, PictureAddress address) throws RequestException {
        if (!hosts.allow(address)) {
            throw new RequestException(
                    new Problem(
                            403, new HostPort(address.host(), address.port()) + " is not on the list of hosts.",
                            "Send the picture itself to /materials, or have the host put on the list."));
        }
        exchange.setProperty(ADDRESS, address);
        Message message = exchange.getMessage();
        // none of the headers that came: neither to the host nor, as options, to the HTTP client
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader(Exchange.HTTP_URI, address.toString());
    }
}
