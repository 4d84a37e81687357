package io.github.camelwechat.material.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.result.MaterialItem;
import io.github.camelwechat.material.result.NewsArticle;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Damaged answers, a fixed number of them: each is read, or ends in an exception of ours that shows no secret. */
class AnswersFuzzTest {

    private static final int INPUTS = 20_000;
    private static final String TOKEN = "70_planted-token";
    private static final String SECRET = "planted-secret-of-an-account";
    private static final List<String> SAMPLES = List.of(
            "{\"media_id\":\"oR5OU2VN0aCr9Kkg4lalkoRgS3DJeQb69QrzsHD2iRY\",\"url\":\"http:\\/\\/mmbiz.qpic.cn\\/0\",\"item\":[]}",
            "{\"errcode\":40001,\"errmsg\":\"invalid credential " + TOKEN + " " + SECRET
                                                                                                                                   + " hint: [giHBpA075141-0] rid: 680227e6-379d87d7-7950b1d8\"}",
            "{\"errcode\":45103.0,\"errmsg\":\"此接口\"}",
            "{\"voice_count\":5,\"video_count\":3,\"image_count\":10,\"news_count\":7}",
            "{\"item\":[{\"media_id\":\"M\",\"name\":\"images\\/x.jpg\",\"update_time\":1515377425,\"tags\":[]}],\"total_count\":11}",
            "{\"news_item\":[{\"title\":\"骆驼\",\"show_cover_pic\":1,\"content\":\"<p>\u0001\u0002</p>\"}]}",
            "{\"title\":\"t\",\"description\":\"d\",\"down_url\":\"http://203.205.137.209/x.mp4\"}");
    private static final List<AnswerShape> SHAPES = List.of(
            new AnswerShape(1 << 20, new AnswerShape.ListField<>("item", MaterialItem.class), 20),
            new AnswerShape(1 << 20, new AnswerShape.ListField<>("news_item", NewsArticle.class), 20));
    private static final List<String> PIECES = List.of(
            "{", "}", "[", "]", "\"", "\\", "\\u00", "null", "true", "1e999", "-0", ":", ",", "\0", "\ufeff",
            "[".repeat(3000), "{\"a\":".repeat(3000), "9".repeat(2000), "\"errcode\":\"x\",", "\"item\":{},",
            "\"errcode\":[],");

    @Test
    void isReadOrRefused() {
        Random random = new Random(20261124);
        int[] refused = new int[1];
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int i = 0; i < INPUTS; i++) {
                byte[] answer = damaged(random);
                try {
                    read(answer);
                } catch (WechatMaterialException e) {
                    refused[0]++;
                    assertThat(e.getMessage()).hasSizeLessThan(2000).doesNotContain(TOKEN, SECRET);
                    assertThat(e.getCause()).isNull();
                }
            }
        });
        assertThat(refused[0]).isBetween(INPUTS / 10, INPUTS - INPUTS / 100);
    }

    private static void read(byte[] answer) {
        for (AnswerShape shape : SHAPES) {
            ApiRequest request = new ApiRequest(WechatInterface.ADD_MATERIAL, List.of(), null, shape);
            JsonAnswer json;
            try {
                json = new Answers(request, Secrets.of(List.of(TOKEN, SECRET)), CloudHosting.NONE)
                        .json(new AnswerReader.Head(200, null, null, false), new ByteArrayInputStream(answer), answer.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            json.list(shape.list());
            json.id("media_id");
            json.countOrZero("voice_count");
            json.timeOrNull("update_time");
            json.text("title");
        }
    }

    private static byte[] damaged(Random random) {
        byte[] bytes = SAMPLES.get(random.nextInt(SAMPLES.size())).getBytes(StandardCharsets.UTF_8);
        for (int damages = random.nextInt(4); damages > 0; damages--) {
            int at = random.nextInt(bytes.length + 1);
            bytes = switch (random.nextInt(4)) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 -> flipped(bytes, at, random);
                case 2 -> with(bytes, at, PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
                default -> with(bytes, at, Arrays.copyOfRange(bytes, 0, at));
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        if (at < bytes.length) {
            bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] with(byte[] bytes, int at, byte[] piece) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + piece.length);
        System.arraycopy(bytes, at, longer, at + piece.length, bytes.length - at);
        System.arraycopy(piece, 0, longer, at, piece.length);
        return longer;
    }
}
