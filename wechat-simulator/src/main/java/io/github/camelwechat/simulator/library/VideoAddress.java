package io.github.camelwechat.simulator.library;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** The addresses of videos, which are good for an hour: the real ones are signed and must not be stored either. */
final class VideoAddress {

    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final String SINCE = "dis_t";

    private final Clock clock;

    VideoAddress(Clock clock) {
        this.clock = clock;
    }

    /** {@return what stands behind the simulator's URL} */
    String of(Material video) {
        return video.downloadPath() + "?" + SINCE + "=" + clock.instant().getEpochSecond();
    }

    /**
     * {@return whether the file may be had at an address with that query; only videos want any}
     *
     * @param query gives the value of a parameter, null if it is not there
     */
    boolean allows(Material file, Function<String, @Nullable String> query) {
        if (file.type() != MaterialType.VIDEO) {
            return true;
        }
        String since = query.apply(SINCE);
        return since != null && since.matches("[0-9]{1,12}")
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(since)).plus(GOOD_FOR));
    }
}
