package io.github.camelwechat.feeds;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Something that holds inputs until an application has uploaded them. For one thread; it is filled once. */
public interface Feed extends AutoCloseable {

    /**
     * Lays the inputs in, for an application that does not run yet.
     *
     * @param pictures the inputs
     */
    void put(List<Picture> pictures) throws Exception;

    /**
     * Starts the application. It may be started again when the one before has ended.
     *
     * @param  account to which it uploads, as environment variables
     * @return         the application, which need not be ready yet
     */
    Program start(Map<String, String> account) throws Exception;

    /** {@return how many inputs have not come to their end: the feed holds them, or its clients wait for an answer} */
    int waiting() throws Exception;

    /** {@return how many inputs are where the route puts failures} */
    int failed() throws Exception;

    /** Ends the server, and deletes what it held. */
    @Override
    void close() throws IOException;
}
