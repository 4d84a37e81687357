package io.github.camelwechat.material.result;

import java.util.Objects;

/**
 * Links by which the administrator of an account authorizes a platform, of {@code createPreAuthCode}. Each carries one
 * pre-auth code, which serves once: give them to that administrator only.
 *
 * @param expiresIn  seconds from now until the links end
 * @param link       for a browser on a computer; it shows a QR code
 * @param mobileLink for WeChat on a phone
 */
public record PreAuthCode(int expiresIn, String link, String mobileLink) implements WechatMaterialResult {

    public PreAuthCode {
        Objects.requireNonNull(link, "a pre-auth code has a link");
        Objects.requireNonNull(mobileLink, "a pre-auth code has a mobileLink");
    }

    /** Without the links. */
    @Override
    public String toString() {
        return "PreAuthCode[expiresIn=" + expiresIn + "]";
    }
}
