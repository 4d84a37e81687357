package io.github.camelwechat.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelwechat.material.WechatMaterialOperations;
import org.jspecify.annotations.Nullable;

/** Makes calls: which operation, which body, which fault. Thread-safe. */
final class Workload implements AutoCloseable {

    /** More of those that race for the last byte. */
    private static final ClientFault[] FAULTS = {
            ClientFault.FILE_SHORTENED, ClientFault.FILE_GROWN, ClientFault.FILE_SWAPPED, ClientFault.FILE_DELETED,
            ClientFault.STREAM_FAILS, ClientFault.TIMED_OUT, ClientFault.TIMED_OUT, ClientFault.TIMED_OUT,
            ClientFault.TIMED_OUT,
            ClientFault.TIMED_OUT, ClientFault.TIMED_OUT };
    private static final BodyKind[] BODIES = BodyKind.values();
    private static final int OTHER_OPERATIONS_PERCENT = 15;
    private static final int MOST_KNOWN = 200;

    private final Random random = new Random(3);
    private final Pictures pictures = new Pictures();
    private final Mischief mischief = new Mischief();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    /** Uploads that are done, to be fetched or deleted. */
    private final Queue<Call> known = new ConcurrentLinkedQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Path folder;
    private final double share;

    /** @param share of the calls with a fault on this side */
    Workload(Path folder, double share) throws Exception {
        this.folder = folder;
        this.share = share;
    }

    /** {@return all calls since the last time} */
    Queue<Call> takeCalls() {
        Queue<Call> taken = new ConcurrentLinkedQueue<>(calls);
        calls.clear();
        known.clear();
        return taken;
    }

    /** Begins one of the calls that are made most of the time. */
    void any(Feeds feeds, Runnable then) throws IOException {
        if (random.nextDouble() < share) {
            upload(FAULTS[random.nextInt(FAULTS.length)], feeds, then);
        } else if (random.nextInt(100) < OTHER_OPERATIONS_PERCENT) {
            other(feeds, then);
        } else {
            upload(null, feeds, then);
        }
    }

    /** Begins an upload. */
    void upload(@Nullable ClientFault fault, Feeds feeds, Runnable then) throws IOException {
        long number = numbers.incrementAndGet();
        String name = number + ".png";
        byte[] bytes = fault != null && fault.hasFile() ? pictures.large(number) : pictures.any(number, random);
        byte[] other = pictures.large(-number);
        Path file = folder.resolve(name);
        boolean article = fault == null && random.nextInt(20) == 0;
        Call call = remember(new Call(
                article ? WechatMaterialOperations.uploadImage : WechatMaterialOperations.addMaterial, name,
                fault == ClientFault.FILE_SWAPPED
                        ? Set.of(Pictures.digest(bytes), Pictures.digest(other)) : Set.of(Pictures.digest(bytes)),
                fault));
        Object body = fault == ClientFault.STREAM_FAILS
                ? new FailingStream(bytes, random.nextInt(bytes.length)) : kind(fault).make(bytes, file);
        feeds.of(fault).send(call, body, () -> {
            delete(file);
            if (fault == ClientFault.TIMED_OUT) {
                feeds.hurry(call.end() == CallEnd.NOT_DONE);
            }
            if (call.operation() == WechatMaterialOperations.addMaterial && call.end() == CallEnd.DONE
                    && known.size() < MOST_KNOWN) {
                known.add(call);
            }
            then.run();
        });
        if (fault != null && fault.hasFile()) {
            mischief.soon(call, file, other);
        }
    }

    private BodyKind kind(@Nullable ClientFault fault) {
        return fault != null && fault.hasFile() ? BodyKind.FILE : BODIES[random.nextInt(BODIES.length)];
    }

    private void other(Feeds feeds, Runnable then) {
        Call of = known.poll();
        Call call = remember(switch (random.nextInt(of == null ? 2 : 6)) {
            case 0 -> new Call(WechatMaterialOperations.getMaterialCount, "", Set.of(), null);
            case 1 -> new Call(WechatMaterialOperations.batchGetMaterial, "", Set.of(), null);
            case 2, 3 -> new Call(WechatMaterialOperations.delMaterial, idOf(of), Set.of(), null);
            default -> new Call(WechatMaterialOperations.getMaterial, idOf(of), of.contents(), null);
        });
        feeds.of(null).send(call, null, then);
    }

    private static String idOf(@Nullable Call upload) {
        String id = upload == null ? null : upload.mediaId();
        if (id == null) {
            throw new IllegalStateException("Done without an id: " + upload);
        }
        return id;
    }

    private Call remember(Call call) {
        calls.add(call);
        return call;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        mischief.close();
    }
}
