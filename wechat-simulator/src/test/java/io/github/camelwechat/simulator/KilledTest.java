package io.github.camelwechat.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static io.github.camelwechat.simulator.ApiClient.DEL_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.GET_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** A simulator with a folder is killed amid uploads and deletions: what it has answered is what is there. */
@Timeout(300)
class KilledTest {

    private static final int KILLS = 2;
    private static final int WORKERS = 8;
    private static final int ANSWERS = 80;
    private static final int LARGE = 200_000;

    private final Path data;
    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final Set<String> marked = ConcurrentHashMap.newKeySet();
    private final Set<String> news = ConcurrentHashMap.newKeySet();
    private final Map<String, byte[]> temporary = new ConcurrentHashMap<>();
    private final Map<String, byte[]> articlePictures = new ConcurrentHashMap<>();
    /** Asked for, and the answer never came: both is right. */
    private final Set<String> perhapsDeleted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger perhapsStored = new AtomicInteger();

    KilledTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void whatWasAnsweredIsThere() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            Process program = start();
            ApiClient client = new ApiClient(urlOf(program));
            if (kill > 0) {
                compare(client);
            }
            workUntilItIsKilled(program, client, kill);
        }
        Process program = start();
        try {
            compare(new ApiClient(urlOf(program)));
        } finally {
            program.destroy();
        }
    }

    private void workUntilItIsKilled(Process program, ApiClient client, int seed) throws Exception {
        CountDownLatch answers = new CountDownLatch(ANSWERS);
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        String token = client.token();
        try {
            List<Future<?>> all = IntStream.range(0, WORKERS).<Future<?>> mapToObj(
                    i -> workers.submit(() -> work(client, token, new Random(1000L * seed + i), answers))).toList();
            assertThat(answers.await(120, TimeUnit.SECONDS)).isTrue();
            program.destroyForcibly().waitFor();
            for (Future<?> worker : all) {
                worker.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private void work(ApiClient client, String token, Random random, CountDownLatch answers) {
        String mine = null;
        while (true) {
            try {
                mine = step(client, token, random, mine);
            } catch (CompletionException e) {
                return;
            }
            answers.countDown();
        }
    }

    /** {@return an own material that can be deleted, null if there is none} */
    private @Nullable String step(ApiClient client, String token, Random random, @Nullable String mine) {
        byte[] picture = picture(random);
        switch (random.nextInt(8)) {
            case 0 -> temporary.put(id(client.uploadTemporary(token, "image", "a.png", picture)), picture);
            case 1 -> articlePictures.put(
                    URI.create(client.uploadImage(token, "a.png", picture).path("url").asText()).getPath(), picture);
            case 2 -> news.add(id(json(client.post(
                    "/__simulator/apps/wxdemo/news", "{\"articles\":[{\"title\":\"t\",\"content\":\"c\"}]}"))));
            case 3, 4, 5 -> {
                if (mine != null) {
                    delete(client, token, mine);
                    return null;
                }
            }
            default -> {
                // below
            }
        }
        String id = upload(client, token, picture);
        if (random.nextInt(4) == 0) {
            client.post("/__simulator/apps/wxdemo/materials/" + id + "/in-use", "");
            marked.add(id);
            return null;
        }
        return id;
    }

    private String upload(ApiClient client, String token, byte[] picture) {
        perhapsStored.incrementAndGet();
        String id = id(client.upload(token, "image", "a.png", picture, null));
        stored.put(id, picture);
        perhapsStored.decrementAndGet();
        return id;
    }

    private void delete(ApiClient client, String token, String id) {
        perhapsDeleted.add(id);
        assertThat(client.withId(DEL_MATERIAL, token, id).path("errcode").asInt()).isZero();
        deleted.add(id);
    }

    private void compare(ApiClient client) {
        String token = client.token();
        stored.forEach((id, bytes) -> {
            if (!perhapsDeleted.contains(id)) {
                assertThat(client.download(token, id).body()).as(id).isEqualTo(bytes);
            }
        });
        assertThat(deleted).allSatisfy(id -> assertThat(errcode(client, GET_MATERIAL, token, id)).isEqualTo(40007));
        assertThat(marked).allSatisfy(id -> assertThat(errcode(client, DEL_MATERIAL, token, id)).isEqualTo(48005));
        assertThat(news).allSatisfy(id -> assertThat(errcode(client, GET_MATERIAL, token, id)).isZero());
        temporary.forEach((id, bytes) -> assertThat(client.downloadTemporary(token, id).body()).isEqualTo(bytes));
        articlePictures.forEach((path, bytes) -> assertThat(client.bytes(path)).isEqualTo(bytes));
        JsonNode listed = json(client.get("/__simulator/apps/wxdemo/materials")).path("materials");
        long strangers = listed.findValuesAsText("media_id").stream().filter(id -> !stored.containsKey(id)).count();
        assertThat(strangers).isLessThanOrEqualTo(perhapsStored.get());
        listed.forEach(material -> assertThat(client.download(token, id(material)).body())
                .hasSize(material.path("size").asInt()));
    }

    private Process start() throws Exception {
        return Program.start("-Xshare:auto", "--app", "wxdemo:secret", "--port", "0", "--data", data.toString());
    }

    private static Supplier<String> urlOf(Process program) throws Exception {
        String url = Program.url(program);
        return () -> url;
    }

    /** Small ones, which stay in memory until they are stored, and larger ones, which are spooled. */
    private static byte[] picture(Random random) {
        byte[] head = Samples.picture("png");
        byte[] bytes = Arrays.copyOf(head, random.nextBoolean() ? LARGE : head.length + 8);
        byte[] different = new byte[8];
        random.nextBytes(different);
        System.arraycopy(different, 0, bytes, bytes.length - 8, 8);
        return bytes;
    }

    private static int errcode(ApiClient client, String path, String token, String id) {
        return client.withId(path, token, id).path("errcode").asInt();
    }

    private static String id(JsonNode answer) {
        assertThat(answer.has("media_id")).as(answer.toString()).isTrue();
        return answer.path("media_id").asText();
    }
}
