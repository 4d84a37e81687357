package io.github.camelwechat.http;

import java.io.IOException;
import java.io.InputStream;

import org.apache.hc.client5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * Factory of response parsers with limits. HttpClient has none by default, and takes any number of 1xx answers before
 * the final one.
 */
final class AnswerHeads extends DefaultHttpResponseParserFactory {

    static final int MAX_LINE_BYTES = 8 * 1024;
    /** With the longest lines, a head takes 800 KB: as many as there are slots fit into a heap of 256 MB. */
    static final int MAX_HEADER_LINES = 100;
    static final int MAX_HEADS = 10;

    static final Http1Config LIMITS
            = Http1Config.custom().setMaxLineLength(MAX_LINE_BYTES).setMaxHeaderCount(MAX_HEADER_LINES).build();

    AnswerHeads() {
        super(LIMITS);
    }

    @Override
    public HttpMessageParser<ClassicHttpResponse> create() {
        return new Counting(super.create());
    }

    /** A connection is for one request, so all its heads belong to one answer. */
    private static final class Counting implements HttpMessageParser<ClassicHttpResponse> {

        private final HttpMessageParser<ClassicHttpResponse> parser;
        private int heads;

        Counting(HttpMessageParser<ClassicHttpResponse> parser) {
            this.parser = parser;
        }

        @Override
        public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
            heads++;
            if (heads > MAX_HEADS) {
                throw new MessageConstraintException("More than " + MAX_HEADS + " heads in one answer");
            }
            return parser.parse(buffer, in);
        }
    }
}
