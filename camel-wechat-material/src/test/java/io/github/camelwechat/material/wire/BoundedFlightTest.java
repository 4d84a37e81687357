package io.github.camelwechat.material.wire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.library.Material;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A plain file route has as many uploads in flight as are allowed, never more, and hardly a thread for them. */
class BoundedFlightTest {

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int FILES = 300;
    private static final int BOUND = 64;
    /**
     * Answers at a time: no more than workers, so that none has to wait so long on a busy machine that they become
     * more.
     */
    private static final int STEP = 4;

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @TempDir
    Path inbox;

    @Test
    void upToTheBoundAreInFlightTogetherWithFewThreads() throws Exception {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            byte[] png = Samples.png(100 * 1024, i);
            Files.write(inbox.resolve(i + ".png"), png);
            sent.add(sha256(png));
        }
        Set<String> threads = ConcurrentHashMap.newKeySet();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("file:" + inbox + "?initialDelay=0")
                            .to("wechat-material:wxdemo?secret=secret&apiUrl=" + wechat.url())
                            .process(exchange -> threads.addAll(ownThreads()));
                }
            });
            NotifyBuilder done = new NotifyBuilder(context).whenCompleted(FILES).create();
            Gate gate = wechat.faults().hold(ADD_MATERIAL);
            context.start();

            for (int released = 0; released < FILES; released += STEP) {
                gate.awaitHeld(Math.min(BOUND, FILES - released), LONG);
                threads.addAll(ownThreads());
                gate.release(STEP);
            }
            assertThat(done.matches(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        assertThat(wechat.journal().inFlight(ADD_MATERIAL).max()).isEqualTo(BOUND);
        assertThat(threads).isNotEmpty().hasSizeLessThan(20);
        assertThat(wechat.library("wxdemo").materials()).extracting(BoundedFlightTest::sha256)
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    private static Set<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.contains("WechatMaterial") || name.contains("idle-connection-evictor")
                        || name.startsWith("httpclient"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sha256(Material material) {
        return sha256(material.bytes());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
