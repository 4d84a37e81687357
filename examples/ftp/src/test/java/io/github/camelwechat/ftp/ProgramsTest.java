package io.github.camelwechat.ftp;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.ftp.server.FtpServerProgram;
import io.github.camelwechat.ftp.server.SftpServerProgram;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Server and application as processes of their own. */
class ProgramsTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat
            = new WechatSimulatorExtension(WechatSimulator.builder().app("wxdemo", "app-secret"));

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();

    private Path start(Class<?> program, Map<String, String> settings, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // what watches this Java, to count the lines that tests run, is to watch that one too
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:")).toList());
        command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=info", "-cp", System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(words));
        Path output = folder.resolve(program.getSimpleName() + ".log");
        ProcessBuilder builder
                = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(settings);
        processes.add(builder.start());
        return output;
    }

    private static String awaitAddress(Path output, String start) throws IOException {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.readString(output).contains(start));
        String text = Files.readString(output);
        return text.substring(text.indexOf(start) + start.length()).lines().findFirst().orElseThrow();
    }

    @AfterEach
    void end() throws Exception {
        for (Process process : processes) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void oneUploadsFromTheOthersAndNoneTellsAPassword() throws Exception {
        Map<String, String> settings = new HashMap<>(
                Map.of("FTP_PASSWORD", "ftp-pass&word", "SFTP_PASSWORD", "sftp-pass&word",
                        "WECHAT_APP_ID", "wxdemo", "WECHAT_APP_SECRET", "app-secret", "WECHAT_API_URL", wechat.url()));
        Inbox ftp = new Inbox(folder.resolve("ftp/files/pictures"));
        Inbox sftp = new Inbox(folder.resolve("sftp/files/pictures"));
        ftp.put("a.png", Pictures.png());
        sftp.put("b.png", Pictures.png());
        Path ftpOutput = start(FtpServerProgram.class, settings, "--folder", folder.resolve("ftp").toString(), "--port", "0");
        Path sftpOutput
                = start(SftpServerProgram.class, settings, "--folder", folder.resolve("sftp").toString(), "--port", "0");
        settings.put("FTP_SERVER", awaitAddress(ftpOutput, "FTP server: ftp://"));
        settings.put("SFTP_SERVER", awaitAddress(sftpOutput, "SFTP server: sftp://"));
        settings.put("SFTP_KNOWN_HOSTS", folder.resolve("sftp/known_hosts").toString());
        settings.put("SFTP_WORK_FOLDER", folder.resolve("work").toString());
        Path output = start(UploadApplication.class, settings, "ftp", "sftp");
        ftp.await(".done/a.png");
        sftp.await(".done/b.png");
        assertThat(Files.readString(output)).contains("a.png", "b.png", "ftp.password = xxxxxx")
                .doesNotContain("ftp-pass", "app-secret");
    }
}
