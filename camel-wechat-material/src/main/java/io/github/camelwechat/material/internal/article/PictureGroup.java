package io.github.camelwechat.material.internal.article;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.call.Promise;
import io.github.camelwechat.material.internal.inflight.Permits;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of one article on their way, each with a place in the window. Once one has failed in a way that ends the
 * article, no further one is begun, and those under way are awaited: their outcomes would be unknown else. Thread-safe.
 */
final class PictureGroup {

    private static final String OPERATION = "rewriteArticle";

    private final List<Entry> entries;
    private final AtomicInteger open;
    private final Predicate<Throwable> endsAll;
    private final Promise<Results> whole = new Promise<>((self, why) -> abort(why));
    private volatile boolean ending;
    private volatile @Nullable String aborted;

    private enum State {
        WAITING,
        BEGUN,
        SKIPPED
    }

    /**
     * What became of one picture.
     *
     * @param picture null if it failed, or was not begun
     * @param failure null if it was uploaded, or not begun
     */
    record Result(@Nullable UploadedPicture picture, @Nullable Throwable failure) {

        static final Result SKIPPED = new Result(null, null);
    }

    /**
     * What became of all.
     *
     * @param pictures in the order of the uploads
     * @param aborted  why all were ended; null if they were not
     */
    record Results(List<Result> pictures, @Nullable String aborted) {
    }

    /** One picture. */
    private static final class Entry {

        private final PictureUpload upload;
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private volatile @Nullable Call<UploadedPicture> call;
        private volatile Result result = Result.SKIPPED;

        Entry(PictureUpload upload) {
            this.upload = upload;
        }

        /** Returns whether it is not going to be begun. */
        boolean skip() {
            return state.compareAndSet(State.WAITING, State.SKIPPED);
        }

        boolean isSkipped() {
            return state.get() == State.SKIPPED;
        }

        void abort(String why) {
            Call<UploadedPicture> under = call;
            if (under != null) {
                under.abort(why);
            }
        }
    }

    /** @param endsAll tells whether a failure ends the article */
    PictureGroup(List<PictureUpload> uploads, Predicate<Throwable> endsAll) {
        this.entries = uploads.stream().map(Entry::new).toList();
        this.open = new AtomicInteger(entries.size());
        this.endsAll = endsAll;
    }

    /**
     * Begins all pictures, as the window has room. The call does not fail.
     *
     * @param window   as the article sees it, which takes turns with others
     * @param deadline of each picture, from its place in the window on
     */
    Call<Results> begin(PictureUploads uploads, Permits window, Deadline deadline) {
        if (entries.isEmpty()) {
            whole.complete(results());
        }
        for (Entry entry : entries) {
            if (ending && entry.skip()) {
                ended(entry, Result.SKIPPED);
                continue;
            }
            Call<UploadedPicture> call = window.acquire(OPERATION).then(place -> begin(entry, uploads, place, deadline));
            entry.call = call;
            if (entry.isSkipped()) {
                call.abort("another picture of the article failed");
            }
            call.listen((picture, failure) -> ended(
                    entry, entry.isSkipped() ? Result.SKIPPED : new Result(picture, failure)));
            String why = aborted;
            if (why != null) {
                call.abort(why);
            }
        }
        return whole;
    }

    private static Call<UploadedPicture> begin(
            Entry entry, PictureUploads uploads, Permits.Permit place, Deadline deadline) {
        if (!entry.state.compareAndSet(State.WAITING, State.BEGUN)) {
            place.release();
            return Call.failed(new IllegalStateException("Not begun"));
        }
        try {
            return deadline.over(OPERATION, () -> uploads.begin(entry.upload)).onEnd(place::release);
        } catch (RuntimeException | Error e) {
            place.release();
            throw e;
        }
    }

    private void ended(Entry entry, Result result) {
        entry.result = result;
        if (result.failure() != null && endsAll.test(result.failure())) {
            endAll("another picture of the article failed");
        }
        if (open.decrementAndGet() == 0) {
            whole.complete(results());
        }
    }

    /** Begins no further one. */
    private void endAll(String why) {
        ending = true;
        for (Entry entry : entries) {
            if (entry.skip()) {
                entry.abort(why);
            }
        }
    }

    private void abort(String why) {
        aborted = why;
        endAll(why);
        entries.forEach(entry -> entry.abort(why));
    }

    private Results results() {
        return new Results(entries.stream().map(entry -> entry.result).toList(), aborted);
    }
}
