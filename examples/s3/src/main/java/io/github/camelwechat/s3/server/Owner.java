package io.github.camelwechat.s3.server;

/** Who may use a server. A class with no text form, so that the secret key is in none. */
public final class Owner {

    private final String accessKey;
    private final String secretKey;

    /**
     * Names both keys.
     *
     * @param accessKey the name
     * @param secretKey the password
     */
    public Owner(String accessKey, String secretKey) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    String accessKey() {
        return accessKey;
    }

    String secretKey() {
        return secretKey;
    }
}
