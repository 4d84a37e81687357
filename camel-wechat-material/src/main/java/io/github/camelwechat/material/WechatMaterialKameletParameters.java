package io.github.camelwechat.material;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.camelwechat.material.internal.media.NearestName;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * First step of the Kamelets {@code wechat-material-sink} and {@code wechat-material-action}. It refuses a parameter
 * that they do not have when their route is created: Camel would ignore it, and a misspelt {@code apiUrl} would lead to
 * WeChat. It also refuses the percent-encoded texts that Camel makes of the values in a Pipe. A message passes it
 * unchanged.
 */
public final class WechatMaterialKameletParameters implements Processor, CamelContextAware {

    /** Of both Kamelets. */
    static final List<String> NAMES = List.of("apiUrl", "appId", "introduction", "secret", "title", "type");
    /** In others, such as a secret, a percent sign may be one. */
    private static final List<String> TEXTS = List.of("apiUrl", "introduction", "title");
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-F]{2}");
    /** The parameters that Camel adds to those of a Kamelet. */
    private static final Set<String> CAMELS_OWN = Set.of("bridgeerrorhandler", "group", "location", "noerrorhandler",
            "parentprocessorid", "parentrouteid", "prefixid", "routeid", "templateid", "uuid");

    private @Nullable CamelContext context;

    @Override
    public @Nullable CamelContext getCamelContext() {
        return context;
    }

    /**
     * Checks the parameters of the route that is being created.
     *
     * @throws IllegalArgumentException if the Kamelet does not have one of them, and the message names the nearest one,
     *                                  or if a text is percent-encoded
     */
    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.context = camelContext;
        Properties parameters = camelContext.getPropertiesComponent().getLocalProperties();
        if (parameters != null) {
            new TreeSet<>(parameters.stringPropertyNames()).forEach(name -> check(name, parameters.getProperty(name)));
        }
    }

    private static void check(String name, String value) {
        // of a named instance, as in camel.kamelet.wechat-material-sink.NAME.app-id, the name comes first
        String parameter = name.substring(name.lastIndexOf('.') + 1);
        nearestOf(parameter).ifPresent(nearest -> {
            if (value.isEmpty()) {
                // it may be a part of a secret
                throw new IllegalArgumentException(
                        "The Kamelet has no parameter of this name, which stands there without a value; if it is a part of"
                                                   + " another's, with & before it, write that one as RAW(…)");
            }
            throw new IllegalArgumentException(
                    "The Kamelet has no parameter " + StringHelper.dashToCamelCase(parameter) + "; the nearest is " + nearest);
        });
        if (TEXTS.stream().anyMatch(text -> sets(parameter, text)) && ENCODED.matcher(value).find()) {
            throw new IllegalArgumentException(
                    "The Kamelet's parameter " + StringHelper.dashToCamelCase(parameter)
                                               + " is percent-encoded, as Camel encodes"
                                               + " the values in a Pipe; write it as RAW(…) there");
        }
    }

    /** {@return the parameter that a misspelt one most likely means; empty if the Kamelets have it} */
    static Optional<String> nearestOf(String parameter) {
        return CAMELS_OWN.contains(parameter.replaceAll("[-_]", "").toLowerCase(Locale.ROOT))
                || NAMES.stream().anyMatch(known -> sets(parameter, known))
                        ? Optional.empty() : Optional.of(NearestName.of(StringHelper.dashToCamelCase(parameter), NAMES));
    }

    /** Returns whether Camel sets a parameter by this name: it takes dashes, and capitals as in a variable. */
    private static boolean sets(String name, String parameter) {
        boolean variable = name.equals(name.toUpperCase(Locale.ROOT));
        return StringHelper.dashToCamelCase(name).equals(parameter)
                || (variable && name.replace("_", "").equals(parameter.toUpperCase(Locale.ROOT)));
    }

    @Override
    public void process(Exchange exchange) {
        // the check was at the start
    }
}
