package io.github.camelwechat.material;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * First step of the Kamelets {@code wechat-material-sink} and {@code wechat-material-action}. It refuses a parameter
 * that they do not have when their route is created: Camel would ignore it, and a misspelt {@code apiUrl} would lead to
 * WeChat. A message passes it unchanged.
 */
public final class WechatMaterialKameletParameters implements Processor, CamelContextAware {

    /** Of both Kamelets. */
    static final List<String> NAMES = List.of("apiUrl", "appId", "introduction", "secret", "title", "type");
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
     * @throws IllegalArgumentException if the Kamelet does not have one of them; the message names the nearest one
     */
    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.context = camelContext;
        Properties parameters = camelContext.getPropertiesComponent().getLocalProperties();
        if (parameters != null) {
            new TreeSet<>(parameters.stringPropertyNames()).forEach(WechatMaterialKameletParameters::check);
        }
    }

    private static void check(String name) {
        // of a named instance, as in camel.kamelet.wechat-material-sink.NAME.app-id, the name comes first
        String parameter = name.substring(name.lastIndexOf('.') + 1);
        if (!CAMELS_OWN.contains(parameter.replaceAll("[-_]", "").toLowerCase(Locale.ROOT))
                && NAMES.stream().noneMatch(known -> sets(parameter, known))) {
            String written = StringHelper.dashToCamelCase(parameter);
            throw new IllegalArgumentException(
                    "The Kamelet has no parameter " + written + "; the nearest is " + NearestName.of(written, NAMES));
        }
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
