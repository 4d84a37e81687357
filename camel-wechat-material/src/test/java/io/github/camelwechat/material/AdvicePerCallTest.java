package io.github.camelwechat.material;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.CodeCalls;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each code with an advice, answered to each call that it is for, as each type: by HTTP, in a route. */
class AdvicePerCallTest {

    private static final byte[] ARTICLE
            = "{\"title\":\"t\",\"content\":\"c\",\"thumb_media_id\":\"M\"}".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, byte[]> BODIES = Map.of(
            "image", Samples.png(), "thumb", Samples.picture("jpeg"), "uploadImage", Samples.png(), "voice", SmallMedia.amr(),
            "video", SmallMedia.mp4(), "addDraft", ARTICLE, "updateDraft", ARTICLE);

    private static final WechatSimulator WECHAT = TwoAccounts.simulator();
    private static final DefaultCamelContext CONTEXT = new DefaultCamelContext();

    @BeforeAll
    static void start() {
        TwoAccounts.addTo(CONTEXT, WECHAT, 4, new WechatMaterialComponent());
        CONTEXT.start();
    }

    @AfterAll
    static void stop() throws Exception {
        CONTEXT.close();
        WECHAT.close();
    }

    static Stream<Integer> codes() throws Exception {
        return CodeCalls.table().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void exceptionCarriesTheAdviceOfItsCode(int code) throws Exception {
        List<String> calls = CodeCalls.table().get(code);
        for (String call : calls) {
            // those of tokens and platforms are remembered, and have tests of their own
            if (!call.equals("token") && !call.equals("platform")) {
                WechatApiException failure = failure(call, code);

                assertThat(failure.getErrcode()).as(call).isEqualTo(code);
                assertThat(failure.getOperation()).as(call).isEqualTo(CodeCalls.operation(call));
                assertThat(failure.getMessage()).as(call).contains(" " + code + " ").endsWith(failure.getAdvice());
            }
        }
    }

    private static WechatApiException failure(String call, int code) {
        String operation = CodeCalls.operation(call);
        String type = CodeCalls.TYPES.contains(call) ? call : "image";
        WECHAT.faults().clear();
        WECHAT.faults().always(path(operation), Fault.errcode(code));
        return CONTEXT.createFluentProducerTemplate()
                .to("wechat-material:brand-a?type=" + type + "&operation=" + operation)
                .withBody(BODIES.getOrDefault(call, new byte[0])).withHeader(WechatMaterialConstants.MEDIA_ID, "an-id")
                .send().getException(WechatApiException.class);
    }

    private static String path(String operation) {
        return switch (operation) {
            case "addMaterial" -> "/cgi-bin/material/add_material";
            case "uploadImage" -> "/cgi-bin/media/uploadimg";
            case "getMaterial" -> "/cgi-bin/material/get_material";
            case "delMaterial" -> "/cgi-bin/material/del_material";
            case "getMaterialCount" -> "/cgi-bin/material/get_materialcount";
            case "addDraft" -> "/cgi-bin/draft/add";
            case "updateDraft" -> "/cgi-bin/draft/update";
            case "getDraft" -> "/cgi-bin/draft/get";
            case "deleteDraft" -> "/cgi-bin/draft/delete";
            case "getDraftCount" -> "/cgi-bin/draft/count";
            case "batchGetDraft" -> "/cgi-bin/draft/batchget";
            default -> "/cgi-bin/material/batchget_material";
        };
    }
}
