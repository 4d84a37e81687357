package io.github.camelwechat.simulator;

import java.util.HashSet;
import java.util.Set;

import io.github.camelwechat.simulator.cloud.CloudHosting;
import io.github.camelwechat.simulator.fault.Faults;
import io.github.camelwechat.simulator.journal.Journal;
import io.github.camelwechat.simulator.library.Library;
import io.github.camelwechat.simulator.platform.Platform;
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
 * <p>
 * In parallel execution: tests that share a simulator disturb each other, because each one resets it when it begins.
 * Let the tests of a class run one after another ({@code @Execution(SAME_THREAD)}, which is JUnit's default), and the
 * classes that inherit one field too ({@code @ResourceLock}); classes with a field of their own may run at the same
 * time. The simulator runs until the last class that uses it has ended.
 */
public final class WechatSimulatorExtension implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    /** The AppID of the simulator that is made without a builder. */
    public static final String APP_ID = "wxdemo";

    /** The secret of the simulator that is made without a builder. */
    public static final String SECRET = "secret";

    private final WechatSimulatorBuilder builder;
    /** The classes, nested ones too, that have begun and not ended. */
    private final Set<String> users = new HashSet<>();
    private @Nullable WechatSimulator running;

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
    public synchronized void beforeAll(ExtensionContext context) {
        if (running == null) {
            running = builder.start();
        }
        users.add(context.getUniqueId());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        simulator().reset();
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        // a class that could not begin is told of its end all the same
        if (users.remove(context.getUniqueId()) && users.isEmpty() && running != null) {
            running.close();
            running = null;
        }
    }

    /** {@return the simulator itself} */
    public synchronized WechatSimulator simulator() {
        if (running == null) {
            throw new IllegalStateException(
                    "The simulator is not running: make the field with @RegisterExtension static");
        }
        return running;
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

    /**
     * {@return {@link WechatSimulator#platform}}
     *
     * @param appId one of the platforms that the simulator was made with
     */
    public Platform platform(String appId) {
        return simulator().platform(appId);
    }

    /** {@return {@link WechatSimulator#cloud}} */
    public CloudHosting cloud() {
        return simulator().cloud();
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
}
