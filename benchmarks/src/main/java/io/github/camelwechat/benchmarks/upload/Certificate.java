package io.github.camelwechat.benchmarks.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A self-signed certificate for this machine: the sink shows it, and every candidate's Java trusts it. */
final class Certificate {

    private static final String PASSWORD = "benchmark";

    private final Path store;

    Certificate(Path folder) throws IOException, InterruptedException {
        store = folder.resolve("certificate.p12");
        Process keytool = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/keytool", "-genkeypair", "-alias", "sink", "-keyalg", "EC",
                "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", store.toString(),
                "-storepass", PASSWORD).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no certificate");
        }
    }

    List<String> shown() {
        return List.of("-Djavax.net.ssl.keyStore=" + store, "-Djavax.net.ssl.keyStorePassword=" + PASSWORD);
    }

    List<String> trusted() {
        return List.of("-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }
}
