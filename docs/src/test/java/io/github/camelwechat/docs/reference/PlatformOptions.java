package io.github.camelwechat.docs.reference;

import java.lang.reflect.Field;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelwechat.docs.Repository;
import io.github.camelwechat.material.WechatMaterialPlatform;
import org.apache.camel.spi.UriParam;

/** The options of a platform alone, which are in no catalog of Camel's, with the Javadoc of their setters. */
final class PlatformOptions {

    private static final String SOURCE
            = "camel-wechat-material/src/main/java/io/github/camelwechat/material/WechatMaterialPlatform.java";

    private PlatformOptions() {
    }

    static String markdown() {
        return new Table(
                List.of("option", "type", "default", ""),
                Stream.of(WechatMaterialPlatform.class.getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(UriParam.class)).map(PlatformOptions::row).toList())
                .markdown();
    }

    private static List<String> row(Field option) {
        UriParam param = option.getAnnotation(UriParam.class);
        return List.of(
                Table.code(option.getName()), param.javaType().isEmpty() ? option.getType().getSimpleName() : "duration",
                param.defaultValue().isEmpty() ? "" : Table.code(param.defaultValue()),
                description(option.getName()) + (param.secret() ? " Secret." : ""));
    }

    private static String description(String option) {
        String setter = "set" + Character.toUpperCase(option.charAt(0)) + option.substring(1);
        Matcher javadoc = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public void " + setter + "\\(", Pattern.DOTALL)
                .matcher(Repository.read(SOURCE));
        if (!javadoc.find()) {
            throw new IllegalStateException(setter + " has no Javadoc");
        }
        return javadoc.group(1).replaceAll("\\n *\\* ?", " ").replaceAll("\\s+", " ").strip();
    }
}
