package io.github.camelwechat.material.error;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The advice of a code holds for each call that can be answered with it. An advice may name several cases ("10 MB as
 * image, 64 KB as thumb"); of what it names of one kind, something has to be the call's.
 */
class AdviceTest {

    private static final List<String> UPLOADS = List.of("image", "voice", "video", "thumb", "uploadImage");
    private static final List<String> TYPED = List.of("image", "voice", "video", "thumb", "batchGetMaterial");
    private static final List<String> ALL = List.of(
            "image", "voice", "video", "thumb", "uploadImage", "getMaterial", "delMaterial", "getMaterialCount",
            "batchGetMaterial", "addDraft", "updateDraft", "getDraft", "deleteDraft", "getDraftCount", "batchGetDraft", "token",
            "platform");
    private static final List<String> PLATFORMS = List.of(
            "image", "voice", "video", "thumb", "uploadImage", "getMaterial", "delMaterial", "getMaterialCount",
            "batchGetMaterial", "addDraft", "updateDraft", "getDraft", "deleteDraft", "getDraftCount", "batchGetDraft",
            "platform");
    private static final List<String> ARTICLES = List.of("addDraft", "updateDraft");

    /** Words of one kind, each with the calls that have such a thing. */
    private static final List<Map<String, List<String>>> KINDS = List.of(
            Map.of("picture", List.of("image", "thumb", "uploadImage"), "voice", List.of("voice"), "video", List.of("video"),
                    "(?:The|the size of the|Give the|no) file", UPLOADS, "headers and options", ALL, "addMaterial",
                    List.of("image", "voice", "video", "thumb"),
                    "batchGetMaterial", List.of("batchGetMaterial")),
            Map.of("10 MB", List.of("image", "video"), "2 MB", List.of("voice"), "64 KB", List.of("thumb"), "1 MB",
                    List.of("uploadImage"), "60 seconds", List.of("voice")),
            Map.of("that of its type", List.of("image", "voice", "video", "thumb"), "of uploadImage", List.of("uploadImage"),
                    "for uploadImage", List.of("uploadImage"), "as thumb", List.of("thumb"), "as image", List.of("image"),
                    "where the operation reads one", ALL, "Set type", TYPED),
            Map.of("title", List.of("video", "addDraft", "updateDraft"), "introduction", List.of("video"), "digest", ARTICLES,
                    "content_source_url", ARTICLES, "content of the article", ARTICLES, "cover", ARTICLES,
                    "Split the articles", List.of("addDraft")),
            Map.of("CamelWechatMaterialMediaId",
                    List.of("getMaterial", "delMaterial", "getDraft", "updateDraft", "deleteDraft")),
            Map.of("auto-reply", List.of("delMaterial")),
            Map.of("ticket", PLATFORMS, "administrator", ALL));

    static Stream<Integer> codes() throws Exception {
        return CodeCalls.table().keySet().stream();
    }

    @Test
    void tableHasEveryCodeWithAnAdvice() throws Exception {
        assertThat(CodeCalls.table().keySet())
                .containsExactlyElementsOf(ErrorCode.known().stream().map(ErrorCode::code).toList());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void adviceNamesWhatTheCallHas(int code) throws Exception {
        for (String call : CodeCalls.table().get(code)) {
            String advice
                    = new WechatApiException(CodeCalls.operation(call), code, "", null, TYPED.contains(call), null).getAdvice();

            assertThat(advice).as(call).isNotBlank().endsWith(".").doesNotContain("table of return codes");
            for (Map<String, List<String>> kind : KINDS) {
                List<String> named = kind.keySet().stream().filter(word -> contains(advice, word)).toList();
                assertThat(named.isEmpty() || named.stream().anyMatch(word -> kind.get(word).contains(call)))
                        .as("%d of %s: \"%s\" names %s", code, call, advice, named).isTrue();
            }
        }
    }

    private static boolean contains(String advice, String word) {
        return Pattern.compile("\\b" + word + "\\b").matcher(advice).find();
    }

    @Test
    void adviceOnTypesListsAllThatAnOperationTakes() {
        assertThat(new WechatApiException("batchGetMaterial", 40004, "", null).getAdvice())
                .contains("addMaterial takes image, voice, video and thumb")
                .contains("batchGetMaterial image, voice, video and news");
    }
}
