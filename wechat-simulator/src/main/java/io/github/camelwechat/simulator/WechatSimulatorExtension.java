package io.github.camelwechat.simulator;

import io.github.camelwechat.simulator.fault.Faults;
import io.github.camelwechat.simulator.journal.Journal;
import io.github.camelwechat.simulator.library.Library;
import io.github.camelwechat.simulator.rule.Account;
import io.github.camelwechat.simulator.rule.Switches;
import io.github.camelwechat.simulator.time.SimulatedClock;
import io.github.camelwechat.simulator.token.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A {@link WechatSimulator} for a JUnit 5 test class: one server for the class; each test begins without faults, with
 * an empty journal and empty libraries, and with the rules and switches of the builder. Tokens and the clock go on, so
 * that a client that outlives a test is not surprised.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();
 * </pre>
 *
 * The field has to be static.
 */
public final class WechatSimulatorExtension implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    /** The AppID of the simulator that is made without a builder. */
    public static final String APP_ID = "wxdemo";

    /** The secret of the simulator that is made without a builder. */
    public static final String SECRET = "secret";

    private final WechatSimulatorBuilder builder;
    private @Nullable Running running;

    /** A simulator with the account {@value #APP_ID} and the secret {@value #SECRET}. */
    public WechatSimulatorExtension() {
        this(WechatSimulator.builder().app(APP_ID, SECRET));
    }

    /**
     * A simulator of the test's own making.
     *
     * @param builder makes the simulator when the class begins
     */
    public WechatSimulatorExtension(WechatSimulatorBuilder builder) {
        this.builder = builder;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (running == null) {
            running = new Running(builder.start(), context.getUniqueId());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        simulator().reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (running != null && running.startedBy().equals(context.getUniqueId())) {
            running.simulator().close();
            running = null;
        }
    }

    /** {@return the simulator itself} */
    public WechatSimulator simulator() {
        if (running == null) {
            throw new IllegalStateException(
                    "The simulator is not running: make the field with @RegisterExtension static");
        }
        return running.simulator();
    }

    /** {@return {@link WechatSimulator#url}} */
    public String url() {
        return simulator().url();
    }

    /** {@return {@link WechatSimulator#faults}} */
    public Faults faults() {
        return simulator().faults();
    }

    /** {@return {@link WechatSimulator#journal}} */
    public Journal journal() {
        return simulator().journal();
    }

    /**
     * {@return {@link WechatSimulator#library}}
     *
     * @param appId one of the accounts that the simulator was made with
     */
    public Library library(String appId) {
        return simulator().library(appId);
    }

    /**
     * {@return {@link WechatSimulator#account}}
     *
     * @param appId one of the accounts that the simulator was made with
     */
    public Account account(String appId) {
        return simulator().account(appId);
    }

    /** {@return {@link WechatSimulator#switches}} */
    public Switches switches() {
        return simulator().switches();
    }

    /** {@return {@link WechatSimulator#clock}} */
    public SimulatedClock clock() {
        return simulator().clock();
    }

    /** {@return {@link WechatSimulator#tokens}} */
    public Tokens tokens() {
        return simulator().tokens();
    }

    /**
     * @param startedBy the class that it ends with, and not with a nested one, nor with one that could not begin
     */
    private record Running(WechatSimulator simulator, String startedBy) {
    }
}
