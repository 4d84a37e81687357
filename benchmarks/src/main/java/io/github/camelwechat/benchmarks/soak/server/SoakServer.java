package io.github.camelwechat.benchmarks.soak.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.journal.JournalEntry;
import io.github.camelwechat.simulator.library.Material;

/**
 * The program of the other process. Prints the address of the API, then answers commands, a line each: {@code expire}
 * and {@code displace} end all tokens, {@code judge} waits until nothing is under way, and prints what was stored since
 * the last time, after the number of its lines.
 */
public final class SoakServer {

    private static final String APP = "wxsoak";
    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final Duration LATENCY = Duration.ofMillis(40);

    private final WechatSimulator wechat;
    private final ServerFaults faults;
    private final Relay relay;
    private long calls;

    private SoakServer(WechatSimulator wechat, ServerFaults faults, Relay relay) {
        this.wechat = wechat;
        this.faults = faults;
        this.relay = relay;
    }

    /**
     * Serves until its input ends.
     *
     * @param args the share of the calls for which the simulator fails, and that for which the network does
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (WechatSimulator wechat = WechatSimulator.builder().app(APP, "secret").start();
             Relay relay = new Relay(URI.create(wechat.url()), Double.parseDouble(args[1]));
             ServerFaults faults = new ServerFaults(wechat.faults(), Double.parseDouble(args[0]))) {
            wechat.faults().latency(ADD_MATERIAL, LATENCY);
            System.out.println(relay.url());
            new SoakServer(wechat, faults, relay).serve();
        }
    }

    private void serve() throws IOException, InterruptedException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            switch (command) {
                case "expire" -> wechat.tokens().expire(APP);
                case "displace" -> wechat.tokens().displace(APP);
                case "judge" -> judge();
                default -> throw new IllegalArgumentException("No command " + command);
            }
            System.out.println("end");
        }
    }

    private void judge() throws InterruptedException {
        while (!relay.isQuiet() || wechat.journal().inFlight().values().stream().anyMatch(path -> path.now() > 0)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        List<String> lines = new ArrayList<>();
        for (JournalEntry entry : wechat.journal().entries()) {
            calls++;
            if (entry.mediaId() != null && entry.upload() != null) {
                lines.add(String.join("\t", "stored", entry.upload().fileName(), entry.upload().sha256(), entry.mediaId()));
            }
        }
        for (Material picture : wechat.library(APP).articlePictures()) {
            lines.add(String.join("\t", "stored", picture.name(), picture.sha256(), picture.mediaId()));
        }
        wechat.library(APP).materials().forEach(material -> lines.add("kept\t" + material.mediaId()));
        lines.add("calls\t" + calls);
        faults.struck().forEach((kind, times) -> lines.add("fault\t" + kind + "\t" + times));
        relay.faults().forEach((kind, times) -> lines.add("fault\t" + kind + "\t" + times));
        wechat.library(APP).clear();
        wechat.journal().clear();
        System.out.println(lines.size());
        lines.forEach(System.out::println);
    }
}
