package io.github.camelwechat.material.springboot;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;

/**
 * A property of the component, as it is written in a file, an argument or a variable of the environment.
 *
 * @param name        as written
 * @param elements    the parts of the name after {@code camel.component.wechat-material}; of a variable these are the
 *                    parts between its underscores, in lower case
 * @param notation    how the name is written
 * @param environment whether it stands in the environment, whatever its notation
 * @param value       before placeholders are resolved
 * @param origin      the file and line, where known
 * @param source      the name of Spring's property source
 */
record WrittenProperty(
        String name, List<String> elements, Notation notation, boolean environment, @Nullable Object value,
        @Nullable Origin origin, String source) {

    enum Notation {
        /** {@code camel.component.wechat-material.app-id} */
        DOTTED,
        /** {@code CAMEL_COMPONENT_WECHATMATERIAL_APPID} */
        VARIABLE,
        /** {@code CAMEL_COMPONENT_WECHAT_MATERIAL_APP_ID} */
        VARIABLE_WITH_DASHES
    }

    boolean isBlank() {
        return value == null || value.toString().isBlank();
    }

    /** {@return the name and where it is written, without the value} */
    String where() {
        return name + " (" + (origin == null ? source : origin) + ")";
    }

    /** Without the value. */
    @Override
    public String toString() {
        return where();
    }
}
