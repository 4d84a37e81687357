package io.github.camelwechat.simulator.rule;

import java.time.Duration;
import java.util.Objects;

/**
 * What nobody knows about the real service, or what differs there from time to time: can be switched. A reset of the
 * simulator brings back what its builder has set. Thread-safe.
 */
public final class Switches {

    private boolean videosListedByTitle;
    private Duration listDelay;
    private boolean httpsRequired;
    private Duration videoDelay;
    private WhitelistScope whitelistScope;
    private boolean foreignBackgroundsKept;
    private final PlatformSwitches platform = new PlatformSwitches();

    /** Internal: not API. All switches as they are at first. */
    public Switches() {
        reset();
    }

    /**
     * Lists call a video by its title, not by its file name.
     *
     * @param  on false at first
     * @return    this
     */
    public synchronized Switches videosListedByTitle(boolean on) {
        videosListedByTitle = on;
        return this;
    }

    /** {@return whether lists call a video by its title} */
    public synchronized boolean videosListedByTitle() {
        return videosListedByTitle;
    }

    /**
     * New materials are counted and listed only when they are so old, by the simulated clock.
     *
     * @param  delay zero at first
     * @return       this
     */
    public synchronized Switches listDelay(Duration delay) {
        listDelay = notNegative("listDelay", delay);
        return this;
    }

    /** {@return how old materials are when lists first show them} */
    public synchronized Duration listDelay() {
        return listDelay;
    }

    /**
     * Calls by plain HTTP are answered with 43003.
     *
     * @param  on false at first
     * @return    this
     */
    public synchronized Switches httpsRequired(boolean on) {
        httpsRequired = on;
        return this;
    }

    /** {@return whether calls by plain HTTP are refused} */
    public synchronized boolean httpsRequired() {
        return httpsRequired;
    }

    /**
     * Uploads of videos are answered so much later, in real time; what is stored is stored before.
     *
     * @param  delay zero at first
     * @return       this
     */
    public synchronized Switches videoDelay(Duration delay) {
        videoDelay = notNegative("videoDelay", delay);
        return this;
    }

    /** {@return how much later uploads of videos are answered} */
    public synchronized Duration videoDelay() {
        return videoDelay;
    }

    /**
     * Sets which calls the IP white lists of the accounts bind.
     *
     * @param  scope {@link WhitelistScope#ALL} at first
     * @return       this
     */
    public synchronized Switches whitelistScope(WhitelistScope scope) {
        whitelistScope = Objects.requireNonNull(scope, "scope");
        return this;
    }

    /** {@return the calls that the IP white lists bind} */
    public synchronized WhitelistScope whitelistScope() {
        return whitelistScope;
    }

    /**
     * Drafts keep pictures of other hosts where the documentation does not speak of them: in styles, as backgrounds of
     * tables, in SVG. Those of {@code img} and {@code picture} are dropped all the same.
     *
     * @param  on false at first
     * @return    this
     */
    public synchronized Switches foreignBackgroundsKept(boolean on) {
        foreignBackgroundsKept = on;
        return this;
    }

    /** {@return whether drafts keep pictures of other hosts in styles, tables and SVG} */
    public synchronized boolean foreignBackgroundsKept() {
        return foreignBackgroundsKept;
    }

    /** {@return the switches of third-party platforms} */
    public PlatformSwitches platform() {
        return platform;
    }

    /** As they are if nobody has touched them. */
    public synchronized void reset() {
        videosListedByTitle = false;
        listDelay = Duration.ZERO;
        httpsRequired = false;
        videoDelay = Duration.ZERO;
        whitelistScope = WhitelistScope.ALL;
        foreignBackgroundsKept = false;
        platform.reset();
    }

    private static Duration notNegative(String name, Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException(name + " cannot be negative: " + delay.toMillis() + " ms");
        }
        return delay;
    }
}
