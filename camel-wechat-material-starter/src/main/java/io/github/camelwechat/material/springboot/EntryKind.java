package io.github.camelwechat.material.springboot;

import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** A map of the component, to whose entries an application gives names. */
enum EntryKind {

    ACCOUNT("accounts", WechatMaterialAccountProperties.class),
    PLATFORM("platforms", WechatMaterialPlatformProperties.class);

    private final String group;
    private final Class<?> properties;

    EntryKind(String group, Class<?> properties) {
        this.group = group;
        this.properties = properties;
    }

    /** {@return the kind whose group has this name, whatever its case and dashes} */
    static Optional<EntryKind> ofGroup(String name) {
        return Stream.of(values()).filter(kind -> kind.group.equals(OptionNames.uniform(name))).findFirst();
    }

    /** {@return the name of the map among the options of the component} */
    String group() {
        return group;
    }

    /** {@return the name of the map among all properties} */
    ConfigurationPropertyName propertyName() {
        return ConfigurationPropertyName.of(WrittenProperties.PREFIX + "." + group);
    }

    /** {@return the class with the options of an entry} */
    Class<?> properties() {
        return properties;
    }

    /** {@return the noun for an entry} */
    String noun() {
        return group.substring(0, group.length() - 1);
    }
}
