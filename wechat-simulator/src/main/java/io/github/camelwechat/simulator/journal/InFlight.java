package io.github.camelwechat.simulator.journal;

/**
 * Requests of one path that have arrived and are not yet answered.
 *
 * @param now the number at this moment
 * @param max the most that there have been at one time
 */
public record InFlight(int now, int max) {

    static final InFlight NONE = new InFlight(0, 0);

    InFlight more() {
        return new InFlight(now + 1, Math.max(max, now + 1));
    }

    InFlight less() {
        return new InFlight(now - 1, max);
    }

    InFlight forgetMax() {
        return new InFlight(now, now);
    }
}
