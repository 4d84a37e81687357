package io.github.camelwechat.material.internal.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.sun.management.ThreadMXBean;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.matrix.MediaCase;
import io.github.camelwechat.material.matrix.MediaCases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The verdict on a generated file is the same however its bytes come, and takes little time and memory. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GeneratedMediaTest extends PreparerTestBase {

    /** Buffers for head and play time, and the text of a refusal. */
    private static final long MOST_MEMORY = 400 << 10;
    private static final long MOST_NANOS = 500_000_000;
    private static final int LARGE = 2 << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path files;

    private @Nullable String verdict(Object body, @Nullable UploadRule rule) {
        try (Media media = preparer.prepare(new MediaRequest(Body.of(body), rule, "a", -1, false, true))) {
            return media.rule().name() + " " + media.format() + " " + media.fileName();
        } catch (WechatMaterialException e) {
            return e.getMessage();
        }
    }

    @Test
    void verdictIsTheSameForEachKindOfBody() throws IOException {
        for (MediaCase file : MediaCases.all()) {
            byte[] bytes = file.bytes();
            Path path = Files.write(files.resolve("a"), bytes);
            for (UploadRule rule : Arrays.asList(null, MaterialType.of(file.type()).rule())) {
                String verdict = verdict(bytes, rule);
                assertThat(verdict(path, rule)).as(file.name()).isEqualTo(verdict);
                assertThat(verdict(new ByteArrayInputStream(bytes), rule)).as(file.name()).isEqualTo(verdict);
                assertThat(verdict(slow(bytes), rule)).as(file.name()).isEqualTo(verdict);
            }
        }
    }

    /** A stream that gives a few bytes at a time. */
    private static InputStream slow(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + pos % 700));
            }
        };
    }

    /** Filled up with zeros to the limit of a voice, so that a walk over the whole file shows. */
    @Test
    void verdictTakesLittleTimeAndMemory() {
        List<MediaCase> all = MediaCases.all();
        // classes are loaded and linked on first use, which takes memory too
        all.forEach(file -> verdict(file.bytes(), null));
        List<String> costly = new ArrayList<>();
        for (MediaCase file : all) {
            for (byte[] bytes : List.of(file.bytes(), Arrays.copyOf(file.bytes(), LARGE))) {
                long memory = threads.getCurrentThreadAllocatedBytes();
                long time = threads.getCurrentThreadCpuTime();
                verdict(bytes, null);
                memory = threads.getCurrentThreadAllocatedBytes() - memory;
                time = threads.getCurrentThreadCpuTime() - time;
                if (memory > MOST_MEMORY || time > MOST_NANOS) {
                    costly.add(file.name() + " of " + bytes.length + ": " + memory + " bytes, " + time + " ns");
                }
            }
        }
        assertThat(costly).isEmpty();
    }
}
