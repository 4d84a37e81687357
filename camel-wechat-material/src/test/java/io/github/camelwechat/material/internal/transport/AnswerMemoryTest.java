package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.transport.AnswerShape.ListField;
import io.github.camelwechat.material.result.MaterialItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Heap that a large answer takes, garbage included: little more than its bytes. */
class AnswerMemoryTest {

    private static final int PAGE = 20 << 20;
    private static final int FLAT = 4 << 20;
    private static final ListField<MaterialItem> ITEMS = new ListField<>("item", MaterialItem.class);
    /** As a socket gives them. */
    private static final int CHUNK = 8 * 1024;

    private static JsonAnswer read(byte[] json, AnswerShape shape) throws IOException {
        ApiRequest request = new ApiRequest(WechatInterface.BATCH_GET_MATERIAL, List.of(), null, shape);
        JsonAnswerReader reader
                = new JsonAnswerReader(new Answers(request, Secrets.of(List.of("a-secret")), CloudHosting.NONE));
        for (int from = 0; from < json.length; from += CHUNK) {
            reader.consume(ByteBuffer.wrap(json, from, Math.min(CHUNK, json.length - from)));
        }
        return reader.read(new AnswerReader.Head(200, null, null, false));
    }

    private static byte[] filled(String start, String part, int length) {
        return (start + part.repeat((length - start.length()) / part.length())).getBytes(UTF_8);
    }

    static Stream<Arguments> floods() {
        AnswerShape page = new AnswerShape(PAGE, ITEMS, 20);
        AnswerShape flat = new AnswerShape(FLAT, null, 0);
        return Stream.of(
                arguments("tiny items", page, filled("{\"item\":[", "{\"media_id\":\"M\"},", PAGE)),
                arguments("tiny items elsewhere", page, filled("{\"items\":[", "{\"media_id\":\"M\"},", PAGE)),
                arguments("tiny articles", page,
                        filled("{\"item\":[{\"media_id\":\"M\",\"content\":{\"news_item\":[", "{},", PAGE)),
                arguments("fields", flat, filled("{\"a\":0", ",\"a\":0", FLAT)),
                arguments("fields in an object", flat, filled("{\"a\":{\"b\":0", ",\"b\":0", FLAT)),
                arguments("objects in objects", flat, filled("{\"a\":", "{\"" + "b".repeat(900) + "\":", FLAT)),
                arguments("lists in lists", flat, filled("{\"a\":", "[", FLAT)),
                arguments("objects", flat, filled("{\"a\":[", "{},", FLAT)),
                arguments("numbers", flat, filled("{\"a\":[", "1,", FLAT)),
                arguments("a number", flat, filled("{\"a\":", "9", FLAT)),
                arguments("a name", flat, filled("{\"", "a", FLAT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void floodIsRefusedForLittleMoreThanItsBytes(String what, AnswerShape shape, byte[] json) {
        long before = allocated();
        assertThatThrownBy(() -> read(json, shape)).isInstanceOfAny(
                UnexpectedAnswerException.class, UnknownOutcomeException.class);

        assertThat(allocated() - before).isLessThan(2L * shape.maxBytes() + (16 << 20));
    }

    @Test
    void pageOfTwentyNewsWithAllCharactersEscapedIsTaken() throws IOException {
        String article = "{\"title\":\"t\",\"content\":\"" + "\\u9a86".repeat(20_000) + "\"},";
        String item = "{\"media_id\":\"M\",\"content\":{\"news_item\":[" + article.repeat(7)
                      + article.substring(0, article.length() - 1) + "]},\"update_time\":1},";
        byte[] json = ("{\"item\":[" + item.repeat(19) + item.substring(0, item.length() - 1)
                       + "],\"total_count\":20,\"item_count\":20}")
                .getBytes(UTF_8);

        assertThat(read(json, new AnswerShape(PAGE, ITEMS, 20)).list(ITEMS)).hasSize(20)
                .allSatisfy(news -> assertThat(news.content().items()).hasSize(8)
                        .allSatisfy(one -> assertThat(one.content()).hasSize(20_000)));
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
