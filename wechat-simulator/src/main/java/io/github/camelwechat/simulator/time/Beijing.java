package io.github.camelwechat.simulator.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The calendar that WeChat counts by: that of UTC+8. Internal: not API. */
public final class Beijing {

    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private Beijing() {
    }

    /**
     * {@return the day on which that is in Beijing}
     *
     * @param instant any time
     */
    public static LocalDate day(Instant instant) {
        return instant.atOffset(OFFSET).toLocalDate();
    }

    /**
     * {@return the month in which that is in Beijing}
     *
     * @param instant any time
     */
    public static YearMonth month(Instant instant) {
        return YearMonth.from(day(instant));
    }
}
