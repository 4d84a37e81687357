package io.github.camelwechat.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.github.camelwechat.simulator.WechatSimulator;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;

/** Uploads a folder of media to a simulator, or to the account that three settings name; or checks that account. */
public class Quickstart {

    private static final String COMPONENT = "camel.component.wechat-material.";

    private final PrintStream out;
    private final Function<String, @Nullable String> settings;

    Quickstart(PrintStream out, Function<String, @Nullable String> settings) {
        this.out = out;
        this.settings = settings;
    }

    public static void main(String[] words) {
        CountDownLatch finished = new CountDownLatch(1);
        // Ctrl-C: Camel stops gracefully, and what comes after it is not cut off
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitQuietly(finished)));
        int exitCode = new Quickstart(System.out, name -> System.getProperty(name, System.getenv(name))).run(words);
        finished.countDown();
        System.exit(exitCode);
    }

    /**
     * {@return 0 if every file is stored or was refused for what it is, or if a check finds no obstacle to uploads, 1
     * if something else went wrong, 2 for misuse}
     */
    int run(String... words) {
        try {
            Arguments arguments = Arguments.of(List.of(words));
            Optional<Account> own = Account.of(settings);
            return own.isPresent() ? run(arguments, own.get()) : runWithSimulator(arguments);
        } catch (InvalidPathException e) {
            out.println("This locale has no Chinese file names; set LC_ALL=C.UTF-8");
            return 2;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return 2;
        } catch (Exception e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            if (root instanceof IllegalArgumentException && root.getMessage() != null) {
                out.println(root.getMessage().replace("apiUrl", Account.API_URL));
                return 2;
            }
            out.println("It did not work: " + root);
            return 1;
        }
    }

    private int runWithSimulator(Arguments arguments) throws Exception {
        String secret = "only-known-to-the-simulator";
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", secret).start()) {
            // as far away as the real one
            wechat.faults().latency("/cgi-bin/material/add_material", Duration.ofMillis(200));
            return run(arguments, new Account("wxdemo", secret, wechat.url()));
        }
    }

    private int run(Arguments arguments, Account account) throws Exception {
        return arguments.check() ? new Check(out, account).run() : upload(arguments, account);
    }

    private int upload(Arguments arguments, Account account) throws Exception {
        Path folder = arguments.folder();
        if (!arguments.own()) {
            fill(folder);
        }
        out.printf("Uploading %s to account %s at %s%s%n", folder, account.appId(), account.apiUrl(),
                arguments.watch() ? "; Ctrl-C ends it" : "");
        Main main = new Main();
        Progress progress = new Progress(out, new Leftovers(folder), arguments.watch() ? () -> {
        } : main::completed);
        main.configure().addRoutesBuilder(new UploadRoute());
        main.addOverrideProperty("upload.folder", folder.toString());
        main.addOverrideProperty(COMPONENT + "app-id", account.appId());
        main.addOverrideProperty(COMPONENT + "secret", account.secret());
        main.addOverrideProperty(COMPONENT + "api-url", account.apiUrl());
        main.addMainListener(new Observation(progress));
        AccountCheck check = new AccountCheck(out, main::completed);
        main.configure().setAutoStartup(false);
        main.addMainListener(check);
        main.run();
        progress.finish();
        return check.hasFailed() || progress.hasFailures() ? 1 : 0;
    }

    private void fill(Path folder) throws IOException {
        new SampleMedia().copyInto(folder);
    }

    private static void awaitQuietly(CountDownLatch finished) {
        try {
            finished.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
