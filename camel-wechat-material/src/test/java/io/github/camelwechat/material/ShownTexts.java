package io.github.camelwechat.material;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;

import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;

/** Prints all that a process can show, for {@link SecretsOnEveryPathTest} to read. */
final class ShownTexts {

    private ShownTexts() {
    }

    /** Prints what Camel shows: endpoints, a route, JMX. */
    static void print(CamelContext context, String routeId) throws Exception {
        for (Endpoint endpoint : context.getEndpoints()) {
            System.out.println("SHOWN " + endpoint + endpoint.getEndpointUri() + endpoint.createExchange());
        }
        System.out.println("SHOWN " + PluginHelper.getModelToXMLDumper(context)
                .dumpModelAsXml(context, ((ModelCamelContext) context).getRouteDefinition(routeId)));
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : beans.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
                System.out.println("JMX " + name + " " + attribute.getName() + " " + attributeOf(beans, name, attribute));
            }
        }
        System.out.println("JMX " + beans.invoke(
                beans.queryNames(new ObjectName("org.apache.camel:type=context,*"), null).iterator().next(),
                "dumpRoutesAsXml", new Object[0], new String[0]));
    }

    private static Object attributeOf(MBeanServer beans, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            return beans.getAttribute(name, attribute.getName());
        } catch (Exception e) {
            return "not readable: " + e;
        }
    }

    /** Prints an exchange at its end, with its exception and all causes. */
    static void print(String label, Exchange exchange) {
        System.out.println("ENDED " + label + " " + exchange + exchange.getMessage() + exchange.getMessage().getBody()
                           + exchange.getMessage().getHeaders() + exchange.getProperties());
        if (exchange.getException() != null) {
            StringWriter trace = new StringWriter();
            exchange.getException().printStackTrace(new PrintWriter(trace, true));
            System.out.println("EXCEPTION " + trace);
        }
    }
}
