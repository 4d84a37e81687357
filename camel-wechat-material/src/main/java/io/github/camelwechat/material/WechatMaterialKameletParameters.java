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
        String uniform = uniform(name);
        if (!CAMELS_OWN.contains(uniform) && NAMES.stream().noneMatch(known -> uniform(known).equals(uniform))) {
            String written = StringHelper.dashToCamelCase(name);
            throw new IllegalArgumentException(
                    "The Kamelet has no parameter " + written + "; the nearest is " + NearestName.of(written, NAMES));
        }
    }

    /** {@return a name as Camel compares it, which also takes dashes, and underscores and capitals in variables} */
    private static String uniform(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public void process(Exchange exchange) {
        // the check was at the start
    }
}
