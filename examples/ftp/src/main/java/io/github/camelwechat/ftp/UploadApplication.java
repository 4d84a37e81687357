package io.github.camelwechat.ftp;

import java.util.Map;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * One of the three ways as an application, which runs until it is ended: {@code ftp}, {@code sftp} or
 * {@code two-stage}.
 */
public final class UploadApplication {

    private static final Map<String, Class<? extends RouteBuilder>> WAYS
            = Map.of("ftp", FtpRoutes.class, "sftp", SftpRoutes.class, "two-stage", TwoStageRoutes.class);

    private UploadApplication() {
    }

    public static void main(String[] words) throws Exception {
        Main main = new Main();
        for (String way : words) {
            main.configure().addRoutesBuilder(WAYS.get(way));
        }
        main.run();
    }
}
