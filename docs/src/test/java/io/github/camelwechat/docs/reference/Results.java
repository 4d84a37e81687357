package io.github.camelwechat.docs.reference;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelwechat.docs.Repository;
import io.github.camelwechat.material.WechatMaterialConverter;
import io.github.camelwechat.material.result.WechatMaterialResult;

/** The records that operations give, with what their Javadoc says and the names that their fields have in JSON. */
final class Results {

    private static final String SOURCES = "camel-wechat-material/src/main/java/";
    /** With the name of the record. */
    private static final Pattern JAVADOC
            = Pattern.compile("/\\*\\*((?:(?!/\\*\\*).)*?)\\*/\\s*(?:@.*?\\s)?public record (\\w+)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("@param +(\\w+) +([^@]*)");

    private Results() {
    }

    static String markdown() throws ReflectiveOperationException {
        List<String> sections = new ArrayList<>();
        for (Class<?> type : WechatMaterialResult.class.getPermittedSubclasses()) {
            sections.add(section(type));
        }
        return String.join("\n", sections);
    }

    private static String section(Class<?> type) throws ReflectiveOperationException {
        String javadoc = javadoc(type);
        List<String> json = fields(type);
        List<List<String>> rows = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            rows.add(List.of(Table.code(component.getName()), name(component.getGenericType()),
                    Table.code(json.get(rows.size())),
                    said(javadoc, component.getName())));
        }
        return "### " + fullName(type) + "\n\n" + javadoc.replaceAll(" @param.*", "") + "\n\n"
               + new Table(List.of("component", "type", "in JSON", ""), rows).markdown();
    }

    /** Of a nested record with the outer one's. */
    private static String fullName(Class<?> type) {
        return (type.isMemberClass() ? type.getEnclosingClass().getSimpleName() + "." : "") + type.getSimpleName();
    }

    private static String javadoc(Class<?> type) {
        String source = Repository.read(SOURCES + type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java");
        String javadoc = JAVADOC.matcher(source).results().filter(match -> match.group(2).equals(type.getSimpleName()))
                .map(match -> match.group(1)).findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " has no Javadoc"));
        return javadoc.replaceAll("\\n *\\* ?", " ").replaceAll("\\s+", " ").replaceAll("\\{@code (.*?)}", "`$1`")
                .strip();
    }

    private static String said(String javadoc, String component) {
        return PARAMETER.matcher(javadoc).results().filter(match -> match.group(1).equals(component))
                .map(match -> match.group(2).strip()).findFirst()
                .orElseThrow(() -> new IllegalStateException(component + " has no @param"));
    }

    private static String name(Type type) {
        return type instanceof ParameterizedType list
                ? "List of " + name(list.getActualTypeArguments()[0]) : fullName((Class<?>) type);
    }

    /** The component's own converter tells, of a result in which nothing is missing. */
    private static List<String> fields(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return List.copyOf(WechatMaterialConverter.toMap((WechatMaterialResult) sample(type, types)).keySet());
    }

    private static Object sample(Class<?> type, Class<?>[] components) throws ReflectiveOperationException {
        Object[] samples = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            samples[i] = sample(components[i]);
        }
        return type.getDeclaredConstructor(components).newInstance(samples);
    }

    private static Object sample(Class<?> type) throws ReflectiveOperationException {
        if (type.isRecord()) {
            return sample(type, Stream.of(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new));
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "boolean" -> true;
            case "List" -> List.of();
            default -> "text";
        };
    }
}
