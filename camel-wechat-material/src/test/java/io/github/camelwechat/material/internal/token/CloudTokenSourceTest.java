package io.github.camelwechat.material.internal.token;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.material.internal.transport.FileReaders;
import io.github.camelwechat.material.internal.transport.HttpEngine;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import io.github.camelwechat.material.internal.transport.WechatApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The token of a container: where it is read, when it is read again, and what it is not taken from. */
class CloudTokenSourceTest {

    private static final WechatInterface ANY = WechatInterface.ADD_MATERIAL;

    @TempDir
    Path folder;

    private final WechatApiException refusal = new WechatApiException("addMaterial", 40001, "invalid credential", null);
    private final HttpEngine engine = HttpEngine.start(
            TransportSettings.direct(), Runnable::run, new FileReaders(Runnable::run, System::nanoTime));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Path file;
    private String variable;

    @BeforeEach
    void name() {
        file = folder.resolve("cloudbase_access_token");
    }

    @AfterEach
    void close() {
        timer.shutdownNow();
        engine.close();
    }

    private CloudTokenSource source(String fromAppId, Executor readers) {
        Duration minute = Duration.ofMinutes(1);
        Function<String, String> environment = name -> CloudTokenSource.VARIABLE.equals(name) ? variable : null;
        return new CloudTokenSource(
                new TokenApi(
                        new WechatApi(engine, URI.create("https://127.0.0.1:1"), minute, minute, List.of()), timer,
                        clock, new CallReporter(List.of(), "name", System::nanoTime), readers),
                environment, new CloudTokenFile(file), fromAppId);
    }

    private AccessTokens tokens() {
        return new AccessTokens(source(null, Runnable::run), clock);
    }

    private static AccessToken of(Call<AccessToken> call) throws Exception {
        return call.toFuture().get(20, TimeUnit.SECONDS);
    }

    private static String value(Call<AccessToken> call) throws Exception {
        return of(call).authorization().value();
    }

    private String read() throws Exception {
        return value(source(null, Runnable::run).fetch(null));
    }

    @Test
    void fileIsTrimmed() throws Exception {
        Files.writeString(file, "\t TOKEN-1\r\n\n");

        assertThat(of(source(null, Runnable::run).fetch(null)).authorization())
                .isEqualTo(Authorization.cloudbaseAccessToken("TOKEN-1", null));
    }

    @Test
    void variableGoesFirst() throws Exception {
        Files.writeString(file, "OF-FILE");
        variable = " OF-VARIABLE\n";

        assertThat(read()).isEqualTo("OF-VARIABLE");
    }

    @Test
    void variableThatIsNoTokenIsNone() throws Exception {
        Files.writeString(file, "OF-FILE");
        variable = "no token";

        assertThat(read()).isEqualTo("OF-FILE");
    }

    @Test
    void emptyVariableIsNone() throws Exception {
        Files.writeString(file, "OF-FILE");
        variable = " ";

        assertThat(read()).isEqualTo("OF-FILE");
    }

    @Test
    void variableThatWasRefusedGivesWayToTheFile() throws Exception {
        Files.writeString(file, "OF-FILE");
        variable = "OF-VARIABLE";
        CloudTokenSource source = source(null, Runnable::run);
        AccessToken first = of(source.fetch(null));

        assertThat(value(source.fetch(first.authorization()))).isEqualTo("OF-FILE");
        assertThat(value(source.fetch(null))).isEqualTo("OF-FILE");
    }

    @Test
    void accountOfAPlatformFollowsTheToken() throws Exception {
        Files.writeString(file, "PLANTED-TOKEN");
        Authorization found = of(source("wxm", Runnable::run).fetch(null)).authorization();

        assertThat(found.value()).isEqualTo("PLANTED-TOKEN@wxm");
        assertThat(found.secrets()).containsExactly("PLANTED-TOKEN");
        assertThat(found.toString()).doesNotContain("PLANTED");
    }

    @Test
    void fileThatComesLaterIsWaitedFor() throws Exception {
        Call<AccessToken> token = source(null, Runnable::run).fetch(null);
        assertThat(token.isEnded()).isFalse();
        Files.writeString(file, "");
        Files.writeString(file, "LATE");

        assertThat(value(token)).isEqualTo("LATE");
    }

    @Test
    void fileThatDoesNotComeIsNamed() {
        assertThatThrownBy(this::read).isInstanceOf(ExecutionException.class).cause().isInstanceOf(NotSentException.class)
                .hasMessageContainingAll(file.toString(), "WX_CLOUDBASE_ACCESSTOKEN", "cloudFile");
    }

    @ParameterizedTest
    @ValueSource(strings = { "PLANTED one", "PLANTED\nPLANTED", "PLANTED\u0000", "PLANTED\u00e9" })
    void whatIsNoTokenIsNotShown(String content) throws Exception {
        Files.writeString(file, content);

        assertThatThrownBy(this::read).cause().isInstanceOf(NotSentException.class).hasMessageContaining(file.toString())
                .hasMessageNotContaining("PLANTED");
    }

    @Test
    void fileOfAnotherKindIsNotRead() throws Exception {
        Files.createDirectory(file);
        assertThatThrownBy(this::read).cause().hasMessageContaining("no regular file");

        Files.delete(file);
        Files.write(file, new byte[1 << 20]);
        assertThatThrownBy(this::read).cause().hasMessageContaining("bytes");
    }

    @Test
    void callsGoOnWithTheOldTokenWhileTheFileIsReadAgain() throws Exception {
        Files.writeString(file, "FIRST");
        AccessTokens tokens = tokens();
        value(tokens.get(ANY));
        Files.writeString(file, "SECOND");
        now = now.plus(CloudTokenSource.NEXT_LOOK).minusMillis(1);
        assertThat(value(tokens.get(ANY))).isEqualTo("FIRST");
        now = now.plusMillis(1);
        assertThat(value(tokens.get(ANY))).isEqualTo("FIRST");

        assertThat(value(tokens.get(ANY))).isEqualTo("SECOND");
    }

    @Test
    void tokenOfAMinuteAgoIsNotUsed() throws Exception {
        Files.writeString(file, "FIRST");
        AccessTokens tokens = tokens();
        value(tokens.get(ANY));
        Files.writeString(file, "SECOND");
        now = now.plus(CloudTokenSource.MAX_AGE);

        assertThat(value(tokens.get(ANY))).isEqualTo("SECOND");
    }

    @Test
    void tokenOutlivesItsFile() throws Exception {
        Files.writeString(file, "FIRST");
        AccessTokens tokens = tokens();
        value(tokens.get(ANY));
        Files.delete(file);
        now = now.plus(CloudTokenSource.MAX_AGE);
        Call<AccessToken> again = tokens.get(ANY);
        assertThat(again.isEnded()).isTrue();
        assertThat(value(again)).isEqualTo("FIRST");

        Files.writeString(file, "SECOND");
        now = now.plus(CloudTokenSource.MAX_AGE);
        assertThat(value(tokens.get(ANY))).isEqualTo("SECOND");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "half a", "\u0000" })
    void tokenOutlivesAFileThatIsBeingWritten(String content) throws Exception {
        Files.writeString(file, "FIRST");
        AccessTokens tokens = tokens();
        value(tokens.get(ANY));
        Files.writeString(file, content);
        now = now.plus(CloudTokenSource.MAX_AGE);

        assertThat(value(tokens.get(ANY))).isEqualTo("FIRST");
    }

    @Test
    void refusedTokenDoesNotOutliveItsFile() throws Exception {
        Files.writeString(file, "FIRST");
        AccessTokens tokens = tokens();
        AccessToken first = of(tokens.get(ANY));
        Files.delete(file);
        assertThatThrownBy(() -> of(tokens.getOther(ANY, first, refusal))).cause().isInstanceOf(NotSentException.class)
                .hasMessageContainingAll(file.toString(), "WeChat has refused the last one");
        now = now.plus(CloudTokenSource.MAX_AGE);
        assertThatThrownBy(() -> of(tokens.get(ANY))).cause().isInstanceOf(NotSentException.class);

        Call<AccessToken> waiting = tokens.get(ANY);
        Files.writeString(file, "SECOND");
        assertThat(value(waiting)).isEqualTo("SECOND");
    }

    @Test
    void tokenIsServedWhileTheDiskHangs() throws Exception {
        Files.writeString(file, "FIRST");
        Queue<Runnable> disk = new ArrayDeque<>();
        CloudTokenSource source = source(null, disk::add);
        Call<AccessToken> first = source.fetch(null);
        disk.remove().run();
        value(first);
        Call<AccessToken> hanging = source.fetch(null);

        assertThat(value(source.fetch(null))).isEqualTo("FIRST");
        hanging.abort("no answer came within 10 s");
        assertThat(value(hanging)).isEqualTo("FIRST");
    }

    @Test
    void refusedTokenIsDroppedAndTheSameAgainIsFinal() throws Exception {
        Files.writeString(file, "FIRST");
        AccessTokens tokens = tokens();
        AccessToken first = of(tokens.get(ANY));

        assertThatThrownBy(() -> of(tokens.getOther(ANY, first, refusal))).cause().isSameAs(refusal);

        Files.writeString(file, "SECOND");
        assertThat(value(tokens.getOther(ANY, first, refusal))).isEqualTo("SECOND");
    }

    @Test
    void sameAgainIsFinalForAllThatWereRefusedTogether() throws Exception {
        Files.writeString(file, "FIRST");
        ExecutorService readers = Executors.newSingleThreadExecutor();
        try {
            AccessTokens tokens = new AccessTokens(source(null, readers), clock);
            AccessToken first = of(tokens.get(ANY));
            List<Call<AccessToken>> others
                    = Stream.generate(() -> tokens.getOther(ANY, first, refusal)).limit(32).toList();

            assertThat(others)
                    .allSatisfy(other -> assertThatThrownBy(() -> of(other)).cause().isSameAs(refusal));
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void oneReadingServesAllThatWereRefusedDuringAnother() throws Exception {
        Files.writeString(file, "FIRST");
        Queue<Runnable> disk = new ArrayDeque<>();
        AccessTokens tokens = new AccessTokens(source(null, disk::add), clock);
        Call<AccessToken> asked = tokens.get(ANY);
        disk.remove().run();
        AccessToken first = of(asked);
        List<Call<AccessToken>> others = Stream.generate(() -> tokens.getOther(ANY, first, refusal)).limit(32).toList();

        int readings = 0;
        for (; !disk.isEmpty(); readings++) {
            disk.remove().run();
        }

        assertThat(readings).isEqualTo(2);
        assertThat(others).allSatisfy(other -> assertThatThrownBy(() -> of(other)).cause().isSameAs(refusal));
    }

    @Test
    void callerDoesNotWaitForTheDisk() throws Exception {
        Files.writeString(file, "SLOW");
        Queue<Runnable> disk = new ArrayDeque<>();
        CloudTokenSource source = source(null, disk::add);
        Call<AccessToken> first = source.fetch(null);
        assertThat(first.isEnded()).isFalse();

        assertThatThrownBy(() -> of(source.fetch(null))).cause().hasMessageContaining("an earlier attempt hangs");

        disk.remove().run();
        assertThat(value(first)).isEqualTo("SLOW");
    }
}
