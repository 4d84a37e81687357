package io.github.camelwechat.feeds;

import java.io.IOException;
import java.util.List;

/** Something that holds inputs until an application has uploaded them. For one thread; it is filled once. */
public interface Feed extends AutoCloseable {

    /**
     * Lays the inputs in, for an application that does not run yet.
     *
     * @param pictures the inputs
     */
    void put(List<Picture> pictures) throws Exception;

    /**
     * Starts the application, which uploads to the account {@code wxdemo} with the secret {@code secret}. It may be
     * started again when the one before has ended.
     *
     * @param  wechat the address of the API
     * @return        the application, which need not be ready yet
     */
    Program start(String wechat) throws Exception;

    /** {@return how many inputs have not come to their end: the feed holds them, or its clients wait for an answer} */
    int waiting() throws Exception;

    /** {@return how many inputs are where the route puts failures} */
    int failed() throws Exception;

    /** Ends the server, and deletes what it held. */
    @Override
    void close() throws IOException;
}
