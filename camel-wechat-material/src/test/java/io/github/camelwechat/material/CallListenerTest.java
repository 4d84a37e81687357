package io.github.camelwechat.material;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.call.CallListener;
import io.github.camelwechat.material.internal.call.CallListener.CallEnd;
import io.github.camelwechat.material.internal.call.CallListener.CallInfo;
import io.github.camelwechat.material.internal.call.CallListener.MediaInfo;
import io.github.camelwechat.material.internal.call.CallListener.OperationEnd;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.result.AddMaterialResult;
import io.github.camelwechat.material.result.DraftArticle;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What listeners are told of calls and operations. */
class CallListenerTest {

    /** The last one deletes the draft of the others. */
    private static final List<WechatMaterialOperations> DRAFTS = List.of(
            WechatMaterialOperations.addDraft, WechatMaterialOperations.updateDraft, WechatMaterialOperations.getDraft,
            WechatMaterialOperations.getDraftCount, WechatMaterialOperations.batchGetDraft,
            WechatMaterialOperations.deleteDraft);

    private final WechatSimulator wechat = TwoAccounts.simulator();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<CallEnd> calls = new CopyOnWriteArrayList<>();
    private final List<OperationEnd> operations = new CopyOnWriteArrayList<>();

    private final CallListener recorder = new CallListener() {
        @Override
        public void queued(CallInfo call) {
            events.add("queued " + call.called() + " " + call.attempt());
        }

        @Override
        public void sent(CallInfo call) {
            events.add("sent " + call.called() + " " + call.attempt());
        }

        @Override
        public void ended(CallEnd call) {
            events.add("ended " + call.call().called() + " " + call.call().attempt());
            calls.add(call);
        }

        @Override
        public void completed(OperationEnd operation) {
            events.add("completed " + operation.operation());
            operations.add(operation);
        }
    };
    private final CallListener failing = new CallListener() {
        @Override
        public void ended(CallEnd call) {
            throw new IllegalStateException("planted");
        }
    };

    @BeforeEach
    void start() {
        TwoAccounts.addTo(context, wechat, 4, new WechatMaterialComponent() {
            @Override
            List<CallListener> callListeners() {
                return List.of(failing, recorder);
            }
        });
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        wechat.close();
    }

    private Exchange send(Object body, String query) {
        return context.createFluentProducerTemplate().to("wechat-material:brand-a" + query)
                .withBody(body).withHeader(WechatMaterialConstants.FILE_NAME, "camel.png").send();
    }

    @Test
    void anUploadIsQueuedSentEndedAndCompletedItsTokenCallFirst() {
        assertThat(send(Samples.png(), "").getException()).isNull();

        assertThat(events).containsExactly(
                "queued getStableAccessToken 1", "sent getStableAccessToken 1", "ended getStableAccessToken 1",
                "queued addMaterial 1", "sent addMaterial 1", "ended addMaterial 1", "completed addMaterial");
        MediaInfo media = new MediaInfo("camel.png", "image", Samples.png().length);
        CallEnd upload = calls.get(1);
        assertThat(upload.call()).isEqualTo(new CallInfo(WechatInterface.ADD_MATERIAL, "brand-a", media, 1));
        assertThat(upload.failure()).isNull();
        assertThat(upload.result()).isInstanceOf(AddMaterialResult.class);
        assertThat(upload.onTheWire()).isPositive();
        OperationEnd end = operations.get(0);
        assertThat(end.account()).isEqualTo("brand-a");
        assertThat(end.media()).isEqualTo(media);
        assertThat(end.result()).isEqualTo(upload.result());
        assertThat(end.time()).isGreaterThanOrEqualTo(upload.onTheWire());
    }

    @Test
    void aSecondAttemptIsOneOfItsOwn() {
        send(Samples.png(), "");
        wechat.tokens().displace("wxa");
        wechat.faults().next(Wechat.ADD_MATERIAL, Fault.errcode(40001));
        events.clear();

        assertThat(send(Samples.png(), "").getException()).isNull();

        assertThat(events).containsExactly(
                "queued addMaterial 1", "sent addMaterial 1", "ended addMaterial 1", "queued getStableAccessToken 1",
                "sent getStableAccessToken 1", "ended getStableAccessToken 1", "queued addMaterial 2", "sent addMaterial 2",
                "ended addMaterial 2", "completed addMaterial");
        assertThat(calls.get(calls.size() - 3).failure()).isInstanceOf(WechatApiException.class);
        assertThat(calls.get(calls.size() - 1).failure()).isNull();
    }

    @Test
    void whatACheckRefusesIsCompletedWithoutACall() {
        send(new byte[] { 1, 2, 3 }, "");

        assertThat(events).containsExactly("completed addMaterial");
        assertThat(operations.get(0).failure()).isInstanceOf(InvalidMaterialException.class);
        assertThat(operations.get(0).media().fileName()).isEqualTo("camel.png");
    }

    @Test
    void eachOperationIsCompletedOnce() {
        String mediaId = send(Samples.png(), "").getMessage().getHeader(WechatMaterialConstants.MEDIA_ID, String.class);
        String draftId = draft(mediaId, WechatMaterialOperations.addDraft, mediaId).getMessage()
                .getHeader(WechatMaterialConstants.MEDIA_ID, String.class);
        for (WechatMaterialOperations operation : DRAFTS) {
            operations.clear();
            draft(mediaId, operation, draftId);
            assertThat(operations).hasSize(1);
            assertThat(operations.get(0).operation()).isEqualTo(operation.name());
            assertThat(operations.get(0).failure()).isNull();
        }
        for (WechatMaterialOperations operation : WechatMaterialOperations.values()) {
            if (operation != WechatMaterialOperations.delMaterial && !DRAFTS.contains(operation)) {
                operations.clear();
                context.createFluentProducerTemplate().to("wechat-material:brand-a").withBody(Samples.png())
                        .withHeaders(Map.of(
                                WechatMaterialConstants.OPERATION, operation, WechatMaterialConstants.TYPE, "image",
                                WechatMaterialConstants.MEDIA_ID, mediaId))
                        .send();
                assertThat(operations).hasSize(1);
                assertThat(operations.get(0).operation()).isEqualTo(operation.name());
                if (operation == WechatMaterialOperations.rewriteArticle) {
                    // its module is not here
                    assertThat(operations.get(0).failure()).hasMessageContaining("camel-wechat-material-article");
                } else {
                    assertThat(operations.get(0).failure()).isNull();
                }
            }
        }
    }

    private Exchange draft(String cover, WechatMaterialOperations operation, String draftId) {
        return context.createFluentProducerTemplate().to("wechat-material:brand-a?allowDeleteByHeader=true")
                .withBody(DraftArticle.news("t", "c", cover))
                .withHeader(WechatMaterialConstants.OPERATION, operation)
                .withHeader(WechatMaterialConstants.MEDIA_ID, draftId).send();
    }

    @Test
    void nothingThatIsToldShowsASecret() {
        wechat.tokens().displace("wxa");
        send(Samples.png(), "");
        send(new byte[] { 1, 2, 3 }, "");

        List<String> texts = new ArrayList<>();
        calls.forEach(call -> texts.add(call.toString()));
        operations.forEach(operation -> texts.add(operation.toString()));
        assertThat(texts).isNotEmpty();
        for (String token : wechat.tokens().valid("wxa")) {
            assertThat(texts).noneMatch(text -> text.contains(token) || text.contains("secret-a"));
        }
    }
}
