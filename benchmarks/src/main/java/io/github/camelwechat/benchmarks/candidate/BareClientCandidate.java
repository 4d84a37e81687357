package io.github.camelwechat.benchmarks.candidate;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.support.BasicRequestBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;

/**
 * What is left without the component: its HTTP engine, set up alike, and the least framing that streams with an exact
 * length. No checks, no token, no time limit, no limit of what is in flight, no word on what became of a failed upload.
 */
final class BareClientCandidate implements Candidate {

    private final CloseableHttpAsyncClient client;
    private final Buffers buffers = new Buffers();
    private final boolean encrypted;
    private final String address;

    BareClientCandidate(String apiUrl) {
        encrypted = apiUrl.startsWith("https:");
        address = apiUrl + "/cgi-bin/material/add_material?access_token=TOKEN&type=image";
        client = HttpAsyncClients.custom()
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(2).setTcpNoDelay(true).build())
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(InFlight.MOST).setMaxConnTotal(InFlight.MOST).build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        client.start();
    }

    @Override
    public void upload(Picture picture, int uploads) throws InterruptedException {
        InFlight.run(uploads, () -> upload(picture));
    }

    private CompletionStage<?> upload(Picture picture) {
        BasicHttpRequest request = BasicRequestBuilder.post(address).build();
        CompletableFuture<String> mediaId = new CompletableFuture<>();
        client.execute(new BasicRequestProducer(request, new BareMultipart(picture, buffers, encrypted)),
                SimpleResponseConsumer.create(),
                new FutureCallback<>() {
                    @Override
                    public void completed(SimpleHttpResponse answer) {
                        try {
                            mediaId.complete(MediaIds.read(answer.getBodyBytes()));
                        } catch (IOException e) {
                            mediaId.completeExceptionally(e);
                        }
                    }

                    @Override
                    public void failed(Exception cause) {
                        mediaId.completeExceptionally(cause);
                    }

                    @Override
                    public void cancelled() {
                        mediaId.cancel(false);
                    }
                });
        return mediaId;
    }

    @Override
    public void close() {
        client.close(CloseMode.GRACEFUL);
    }
}
