package io.github.camelwechat.material;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;

import javax.net.ssl.X509KeyManager;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** An authority that nobody knows but who is told, and what it signs. */
public final class Certificates {

    public static final String STORE_PASSWORD = "hidden-store";

    private final HeldCertificate authority
            = new HeldCertificate.Builder().commonName("an authority").certificateAuthority(0).build();
    private final Path folder;

    public Certificates(Path folder) {
        this.folder = folder;
    }

    /** Valid from a day ago for a day more. */
    public HandshakeCertificates of(String host) {
        return of(host, Duration.ofDays(-1), Duration.ofDays(1));
    }

    HandshakeCertificates of(String host, Duration from, Duration until) {
        Instant now = Instant.now();
        HeldCertificate leaf = new HeldCertificate.Builder().addSubjectAlternativeName(host).signedBy(authority)
                .validityInterval(now.plus(from).toEpochMilli(), now.plus(until).toEpochMilli()).build();
        return new HandshakeCertificates.Builder().heldCertificate(leaf).addTrustedCertificate(authority.certificate()).build();
    }

    /** {@return a file with the key of a server on this host} */
    public Path serving(String host) throws Exception {
        X509KeyManager shown = of(host).keyManager();
        String alias = shown.getServerAliases("EC", null)[0];
        KeyStore store = empty();
        store.setKeyEntry(
                "server", shown.getPrivateKey(alias), STORE_PASSWORD.toCharArray(), shown.getCertificateChain(alias));
        return written(store, "server.p12");
    }

    /** {@return a file with the authority's certificate} */
    public Path trusted() throws Exception {
        KeyStore store = empty();
        store.setCertificateEntry("authority", authority.certificate());
        return written(store, "trust.p12");
    }

    /** As a user sets it up: with a file that holds the authority's certificate. */
    SSLContextParameters trusting() throws Exception {
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(parameters(trusted()));
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }

    /** And with a certificate of the client's own. */
    SSLContextParameters trustingWithCertificate() throws Exception {
        HeldCertificate client = new HeldCertificate.Builder().commonName("client").signedBy(authority).build();
        KeyStore store = empty();
        store.setKeyEntry(
                "client", client.keyPair().getPrivate(), STORE_PASSWORD.toCharArray(),
                new Certificate[] { client.certificate(), authority.certificate() });
        KeyManagersParameters key = new KeyManagersParameters();
        key.setKeyStore(parameters(written(store, "key.p12")));
        key.setKeyPassword(STORE_PASSWORD);
        SSLContextParameters parameters = trusting();
        parameters.setKeyManagers(key);
        return parameters;
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private Path written(KeyStore store, String name) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, STORE_PASSWORD.toCharArray());
        }
        return file;
    }

    private static KeyStoreParameters parameters(Path file) {
        KeyStoreParameters parameters = new KeyStoreParameters();
        parameters.setType("PKCS12");
        parameters.setResource(file.toString());
        parameters.setPassword(STORE_PASSWORD);
        return parameters;
    }
}
