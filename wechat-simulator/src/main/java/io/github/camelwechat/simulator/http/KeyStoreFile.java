package io.github.camelwechat.simulator.http;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Objects;

import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * The certificate that a server shows.
 *
 * @param file     a key store with a private key
 * @param password of the store and of the key
 */
public record KeyStoreFile(Path file, String password) {

    public KeyStoreFile {
        Objects.requireNonNull(file, "keyStore");
        Objects.requireNonNull(password, "password");
    }

    SslContextFactory.Server context() throws IOException {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(load());
        context.setKeyStorePassword(password);
        return context;
    }

    private KeyStore load() throws IOException {
        KeyStore store;
        try {
            store = KeyStore.getInstance(file.toFile(), password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return store;
                }
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(e instanceof NoSuchFileException || !file.toFile().isFile()
                    ? "it is not there" : e.getMessage() == null ? "it is broken" : e.getMessage(), e);
        }
        throw unusable("it has no private key", null);
    }

    private IOException unusable(String why, @Nullable Exception cause) {
        return new IOException("The key store " + file + " cannot be used, " + why + ": give another", cause);
    }

    @Override
    public String toString() {
        return "KeyStoreFile[" + file + "]";
    }
}
