package io.github.camelwechat.simulator;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Starts the simulator in a Java of its own. */
final class Program {

    private Program() {
    }

    static Process start(String option, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(agents());
        command.addAll(
                List.of("-Xmx32m", option, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    /** What watches this Java, to count the lines that tests run, is to watch that one too. */
    private static List<String> agents() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:")).toList();
    }

    /** {@return once it is ready} */
    static String url(Process program) throws IOException {
        String line = program.inputReader().readLine();
        assertThat(line).startsWith("WeChat simulator: ");
        return line.substring(line.indexOf("http"));
    }
}
