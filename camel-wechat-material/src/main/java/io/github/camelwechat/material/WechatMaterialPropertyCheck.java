package io.github.camelwechat.material;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.github.camelwechat.material.internal.check.PropertiesReader;
import io.github.camelwechat.material.internal.check.WrittenOptions;
import io.github.camelwechat.material.internal.check.XmlReader;
import io.github.camelwechat.material.internal.check.YamlReader;

/**
 * Check of the names of options that an application writes in properties and in routes without Java, for tests and
 * builds of the application: it finds the misspelt ones without a start. Camel's own catalog does not look inside
 * {@code accounts[…]} and {@code platforms[…]}. No value is ever shown, as it may be a secret.
 */
public final class WechatMaterialPropertyCheck {

    private static final OptionNames NAMES = new OptionNames();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private WechatMaterialPropertyCheck() {
    }

    /**
     * Finds the properties that set no option of the component, an account, a platform or a Kamelet. Both notations are
     * known: {@code accounts[brand-a].app-id} of Camel Main and {@code accounts.brand-a.app-id} of Spring Boot, with
     * dashes or in camel case. Properties of other components are passed over, unless they are nearly named as this
     * one.
     *
     * @param  names of all properties of an application, without their values
     * @return       one sentence for each of them, with the nearest right name; empty if all are right
     */
    public static List<String> problems(Collection<String> names) {
        return names.stream().sorted().distinct().map(NAMES::problemOfProperty).flatMap(Optional::stream).toList();
    }

    /**
     * Finds the misspelt options in a file: in the names of properties, in the URIs of endpoints and the two Kamelets
     * with their parameters, and in placeholders.
     *
     * @param  file                     {@code *.properties} in UTF-8 or ISO 8859-1, {@code *.yaml}, {@code *.yml} or
     *                                  {@code *.xml}; for YAML, {@code snakeyaml-engine} has to be on the class path,
     *                                  which {@code camel-yaml-dsl} brings
     * @return                          one sentence for each of them, which begins with the file and the line; empty if
     *                                  all are right
     * @throws IOException              if the file cannot be read
     * @throws IllegalArgumentException if its name ends otherwise
     */
    public static List<String> problems(Path file) throws IOException {
        String name = file.toString();
        WrittenOptions options = new WrittenOptions(name, NAMES);
        if (name.endsWith(".properties")) {
            new PropertiesReader(options).read(text(file), 0);
        } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            new YamlReader(options).read(text(file), 0);
        } else if (name.endsWith(".xml")) {
            new XmlReader(options).read(text(file));
        } else {
            throw new IllegalArgumentException(name + " cannot be checked; give a file *.properties, *.yaml, *.yml or *.xml");
        }
        return options.problems();
    }

    /** Takes ISO 8859-1, as the JDK once wrote properties, for what is no UTF-8. */
    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
