package io.github.camelwechat.material.matrix;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialConfiguration;
import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.media.MediaFormat;
import io.github.camelwechat.simulator.WechatSimulator;
import org.apache.camel.impl.DefaultCamelContext;

/** What component and simulator make of a file that is uploaded. */
final class Verdicts implements AutoCloseable {

    private static final String APP = "wxdemo";
    private static final Pattern NAMED = Pattern.compile("this is (.+?) \\(by its content\\)");
    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    private final WechatSimulator wechat = WechatSimulator.builder().app(APP, "secret-of-wxdemo").start();
    private final DefaultCamelContext context = new DefaultCamelContext();

    /**
     * One upload.
     *
     * @param sent   whether it is in the library
     * @param format its name: by the extension that was sent, or by the text of the refusal
     * @param text   of the failure; empty for none
     */
    record Verdict(boolean sent, String format, String text) {

        /** {@return as the matrix shows it: {@code png}, or {@code !webp} for what is refused} */
        @Override
        public String toString() {
            return sent ? format : "!" + format;
        }
    }

    Verdicts() {
        WechatMaterialComponent component = new WechatMaterialComponent();
        WechatMaterialConfiguration configuration = component.getConfiguration();
        configuration.setAppId(APP);
        configuration.setSecret("secret-of-wxdemo");
        configuration.setApiUrl(wechat.url());
        context.addComponent("wechat-material", component);
        context.start();
    }

    /** {@return what the component makes of it; whatever it sends has to be stored} */
    Verdict component(byte[] bytes, String type) {
        Exception failure = upload(bytes, "type=" + type);
        if (failure == null) {
            String name = wechat.journal().entries(ADD_MATERIAL).get(0).upload().fileName();
            wechat.reset();
            return new Verdict(true, name.substring(name.lastIndexOf('.') + 1), "");
        }
        if (failure instanceof WechatApiException) {
            wechat.reset();
            return new Verdict(false, "sent, and " + simulated(failure), failure.getMessage());
        }
        return new Verdict(false, refused((InvalidMaterialException) failure), failure.getMessage());
    }

    /** {@return {@code ok}, or the simulator's code} */
    String simulator(byte[] bytes, String type) {
        Exception failure = upload(bytes, "validate=false&type=" + type);
        wechat.reset();
        return failure == null ? "ok" : simulated(failure);
    }

    private static String simulated(Exception failure) {
        return failure instanceof WechatApiException api ? Integer.toString(api.getErrcode()) : failure.toString();
    }

    private Exception upload(byte[] bytes, String options) {
        return context.createFluentProducerTemplate().to("wechat-material:default?" + options).withBody(bytes).send()
                .getException();
    }

    private static String refused(InvalidMaterialException failure) {
        if (failure.getReason() == Reason.PLAY_TIME) {
            return "long";
        }
        Matcher named = NAMED.matcher(failure.getMessage());
        if (named.find()) {
            return shortName(named.group(1));
        }
        if (failure.getMessage().contains("this was turned into text")) {
            return "lost";
        }
        return failure.getMessage().contains("this is text") ? Judge.TEXT : Judge.UNKNOWN;
    }

    private static String shortName(String humanName) {
        Optional<MediaFormat> format = Arrays.stream(MediaFormat.values())
                .filter(known -> known.humanName().equals(humanName)).findFirst();
        String extension = format.map(MediaFormat::extension).orElse(humanName.toLowerCase(Locale.ROOT).replace(' ', '-'));
        return Map.of("jpg", "jpeg", "awb", "amr-wb", "tif", "tiff", "gz", "gzip").getOrDefault(extension, extension);
    }

    /** {@return the names of all formats that the component knows} */
    static List<String> known() {
        return Arrays.stream(MediaFormat.values()).map(format -> shortName(format.humanName())).toList();
    }

    @Override
    public void close() throws IOException {
        context.close();
        wechat.close();
    }
}
