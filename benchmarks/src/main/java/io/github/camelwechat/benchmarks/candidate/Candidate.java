package io.github.camelwechat.benchmarks.candidate;

/** One way to upload a picture and to have its media_id in hand. */
interface Candidate extends AutoCloseable {

    /** Uploads the picture so many times, sixteen at a time, and returns when all are answered. */
    void upload(Picture picture, int uploads) throws Exception;

    @Override
    void close();
}
