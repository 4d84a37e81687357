package io.github.camelwechat.pushes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil.EncryptContext;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An SDK, as it was released, that encrypts and signs the messages of pushes. */
enum Sdk {

    /** WxCryptUtil of weixin-java-common. */
    WEIXIN_JAVA {
        @Override
        Push push(String appId, String message) {
            EncryptContext push = new WxCryptUtil(PushServer.TOKEN, PushServer.SECRET_KEY, appId).encryptContext(message);
            return new Push(push.getTimeStamp(), push.getNonce(), push.getSignature(), push.getEncrypt());
        }
    },
    /** The package of npm's. */
    WECOM_CRYPTO {
        @Override
        Push push(String appId, String message) {
            String[] written = node(
                    "node", "push.js", PushServer.TOKEN, PushServer.SECRET_KEY, appId,
                    String.valueOf(Instant.now().getEpochSecond()), message).strip().split(" ", -1);
            return new Push(written[0], written[1], written[2], written[3]);
        }
    };

    private static final Path SCRIPTS = Path.of("src/test/node");
    private static final Path INSTALLED = Path.of("target/node");
    private static final long PATIENCE_SECONDS = 240;

    /** {@return a push of a message, which is for the platform with the AppID} */
    abstract Push push(String appId, String message);

    /** {@return the AppID of an account that only this one tells of; a file's name on any system} */
    String shop() {
        return "wx" + name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** {@return a push of an event that has just happened} */
    Push push(String fields) {
        return push(PushServer.APP_ID, message(Instant.now(), fields));
    }

    Push ticket(String ticket) {
        return push(ticketFields(ticket));
    }

    static String ticketFields(String ticket) {
        return "<InfoType><![CDATA[component_verify_ticket]]></InfoType><ComponentVerifyTicket><![CDATA[" + ticket
               + "]]></ComponentVerifyTicket>";
    }

    static String message(Instant createTime, String fields) {
        return "<xml><AppId><![CDATA[" + PushServer.APP_ID + "]]></AppId><CreateTime>" + createTime.getEpochSecond()
               + "</CreateTime>" + fields + "</xml>";
    }

    /**
     * Fetches the package from npm's registry.
     *
     * @throws IllegalStateException if there is no node, no npm, or no registry
     */
    static void install() throws IOException {
        Files.createDirectories(INSTALLED);
        for (String file : List.of("package.json", "push.js")) {
            Files.copy(SCRIPTS.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        node("npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
    }

    private static String node(String... command) {
        try {
            Process process = new ProcessBuilder(command).directory(INSTALLED.toFile()).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException("node and npm are not there: install Node 18 or newer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
