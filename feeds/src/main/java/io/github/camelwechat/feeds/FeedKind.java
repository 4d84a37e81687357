package io.github.camelwechat.feeds;

import java.util.Locale;

/** The feeds that there are. */
public enum FeedKind {
    /** A folder on this machine: {@code examples/quickstart}. */
    FILE(FileFeed::quickstart),
    /** An FTP server, each file streamed: {@code examples/ftp}. */
    FTP(FtpFeed::ftp),
    /** An SFTP server, each file with a local copy: {@code examples/ftp}. */
    SFTP(FtpFeed::sftp),
    /** An FTP server, from which a first route fetches and a second one uploads: {@code examples/ftp}. */
    FTP_TWO_STAGE(FtpFeed::inTwoSteps),
    /** A bucket: {@code examples/s3}. */
    S3(S3Feed::new),
    /** A queue of a broker, from which several consumers take: {@code examples/jms}. */
    JMS(JmsFeed::new),
    /** Clients that send forms: {@code examples/http}. */
    HTTP_FRONT(HttpFrontFeed::new),
    /** Clients that name the addresses of pictures, which a server on this machine has: {@code examples/http}. */
    HTTP_FETCH(HttpFetchFeed::new);

    private final Maker maker;

    FeedKind(Maker maker) {
        this.maker = maker;
    }

    /** {@return one that is empty; its server runs once it is filled} */
    public Feed make() throws Exception {
        return maker.make();
    }

    /** {@return its name in tables and commands} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private interface Maker {
        Feed make() throws Exception;
    }
}
