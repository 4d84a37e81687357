package io.github.camelwechat.material.internal.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.store.Stores;
import io.github.camelwechat.material.internal.token.TokenApi;
import io.github.camelwechat.material.internal.transport.FileReaders;
import io.github.camelwechat.material.internal.transport.HttpEngine;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import io.github.camelwechat.material.internal.transport.WechatApi;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Another process with a platform on a store in files. It takes what it is told on its standard input, line by line,
 * and tells what has become of it. Where its store has reached a point, it tells that, and waits to be killed.
 */
final class PlatformProcess implements AutoCloseable {

    private static final String REACHED = "reached";

    private final Process process;
    private final BufferedReader output;

    /**
     * Starts one.
     *
     * @param point of its store, as {@link StopAt} says
     */
    PlatformProcess(OpenPlatform wechat, String store, String point) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                        "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off", PlatformProcess.class.getName(),
                        wechat.wechat.url(), store, wechat.now().toString(), point));
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        output = process.inputReader();
    }

    /** Lets it take an event, and returns what has become of that. */
    String take(PushEvent event) throws IOException {
        if (event instanceof PushEvent.Ticket ticket) {
            return run("ticket " + ticket.createTime() + " " + ticket.ticket());
        } else if (event instanceof PushEvent.Authorized authorized) {
            return run("authorized " + authorized.createTime() + " " + authorized.authorizerAppId() + " " + authorized.code());
        }
        PushEvent.Unauthorized unauthorized = (PushEvent.Unauthorized) event;
        return run("unauthorized " + unauthorized.createTime() + " " + unauthorized.authorizerAppId());
    }

    /** Lets it ask for a token of an account, and returns what has become of that. */
    String token(String appId) throws IOException {
        return run("token " + wechatTime() + " " + appId);
    }

    /** Lets it ask for a token of an account, without waiting. */
    void beginToken(String appId) throws IOException {
        tell("begin " + wechatTime() + " " + appId);
        assertThat(output.readLine()).isEqualTo("begun");
    }

    private static String wechatTime() {
        return Instant.EPOCH.toString();
    }

    private String run(String line) throws IOException {
        tell(line);
        return output.readLine();
    }

    private void tell(String line) throws IOException {
        process.outputWriter().append(line).append('\n').flush();
    }

    /** Waits until its store has reached the point. */
    void awaitPoint() throws IOException {
        String line = output.readLine();
        while (line != null && !line.equals(REACHED)) {
            line = output.readLine();
        }
        assertThat(line).isEqualTo(REACHED);
    }

    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    // arguments: the address of WeChat, the store, the time, the point
    public static void main(String[] args) throws IOException {
        Duration minute = Duration.ofMinutes(1);
        Clock clock = Clock.fixed(Instant.parse(args[2]), ZoneOffset.UTC);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        HttpEngine engine = HttpEngine.start(
                TransportSettings.direct(), Runnable::run, new FileReaders(Runnable::run, System::nanoTime));
        WechatApi api = new WechatApi(engine, URI.create(args[0]), minute, minute, Set.of());
        Platform platform = new Platform(
                OpenPlatform.IDENTITY,
                new TokenApi(
                        api, timer, clock, new CallReporter(List.of(), OpenPlatform.APP_ID, System::nanoTime), Runnable::run),
                new StopAt(Stores.open(args[1]), args[3], PlatformProcess::awaitKill), Executors.newSingleThreadExecutor(),
                Duration.ofMinutes(10));
        platform.start();
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                String[] words = line.split(" ", -1);
                System.out.println(run(platform, words, Instant.parse(words[1])));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static String run(Platform platform, String[] words, Instant time) {
        try {
            return switch (words[0]) {
                case "ticket" -> OpenPlatform.await(platform.accept(new PushEvent.Ticket(time, words[2]))).infoType();
                case "authorized" -> OpenPlatform.await(platform.accept(
                        new PushEvent.Authorized("authorized", time, words[2], words[3], null))).infoType();
                case "unauthorized" -> OpenPlatform.await(platform.accept(new PushEvent.Unauthorized(time, words[2])))
                        .infoType();
                case "token" -> OpenPlatform.await(platform.tokens(words[2]).get(WechatInterface.ADD_MATERIAL))
                        .authorization().value();
                default -> {
                    platform.tokens(words[2]).get(WechatInterface.ADD_MATERIAL);
                    yield "begun";
                }
            };
        } catch (AssertionError e) {
            return e.getCause().toString();
        }
    }

    private static void awaitKill() {
        System.out.println(REACHED);
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                // to be killed, not interrupted
            }
        }
    }
}
