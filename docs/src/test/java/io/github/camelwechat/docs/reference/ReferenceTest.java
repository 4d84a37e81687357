package io.github.camelwechat.docs.reference;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelwechat.docs.Repository;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.WechatMaterialPlatformOperations;
import io.github.camelwechat.material.error.ErrorCodeRows;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reference page has the tables that catalog, records and error codes make, and names everything else that is
 * public.
 */
class ReferenceTest {

    private static final Path PAGE = Path.of("docs/reference.md");
    private static final String ERRORS = "camel-wechat-material/src/main/java/io/github/camelwechat/material/error";
    private static final Path RENEWED = Path.of("docs/target/reference.md");
    private static final Pattern RENDERED
            = Pattern.compile("<!-- begin: ([a-z ]+) -->\n(.*?)<!-- end: \\1 -->", Pattern.DOTALL);

    @Test
    void itsTablesAreCurrent() throws Exception {
        Map<String, String> tables = tables();
        String page = Repository.read(PAGE);
        assertThat(RENDERED.matcher(page).results().map(match -> match.group(1)))
                .containsExactlyInAnyOrderElementsOf(tables.keySet());

        String renewed = RENDERED.matcher(page)
                .replaceAll(match -> Matcher.quoteReplacement(
                        "<!-- begin: " + match.group(1) + " -->\n\n" + tables.get(match.group(1)) + "\n<!-- end: "
                                                              + match.group(1)
                                                              + " -->"));
        Files.writeString(Repository.TOP.resolve(RENEWED), renewed);

        assertThat(page).as("%s is stale: copy %s over it", PAGE, RENEWED).isEqualTo(renewed);
    }

    private static Map<String, String> tables() throws Exception {
        Catalog catalog = Catalog.read("wechat-material");
        Catalog second = Catalog.read("wechat-material-platform");
        return Map.ofEntries(
                Map.entry("path", catalog.path().markdown()),
                Map.entry("account options", catalog.account().markdown()),
                Map.entry("platform options", PlatformOptions.markdown()),
                Map.entry("message options", catalog.message().markdown()),
                Map.entry("endpoint options", catalog.endpoint().markdown()),
                Map.entry("component options", catalog.component().markdown()),
                Map.entry("headers", catalog.headers().markdown()),
                Map.entry("path of the second scheme", second.path().markdown()),
                Map.entry("endpoint options of the second scheme", second.endpoint().markdown()),
                Map.entry("component options of the second scheme", second.component().markdown()),
                Map.entry("headers of the second scheme", second.headers().markdown()),
                Map.entry("results", Results.markdown()),
                Map.entry("error codes", new Table(List.of("code", "again later", "advice"), ErrorCodeRows.all()).markdown()));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatAnOperationTakesAndGives(WechatMaterialOperations operation) {
        assertThat(Repository.read(PAGE)).contains("\n| `" + operation + "` | ");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatAnOperationOfAPlatformTakesAndGives(WechatMaterialPlatformOperations operation) {
        assertThat(Repository.read(PAGE)).contains("\n| `" + operation + "` | ");
    }

    static Stream<Class<?>> exceptions() throws ReflectiveOperationException {
        Stream.Builder<Class<?>> exceptions = Stream.builder();
        for (Path source : Repository.files(ERRORS, "Exception.java")) {
            String name = source.getFileName().toString().replace(".java", "");
            exceptions.add(Class.forName(WechatMaterialException.class.getPackageName() + "." + name));
        }
        return exceptions.build();
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void namesEachExceptionWithWhatItTells(Class<?> exception) {
        String row = Repository.read(PAGE).lines().filter(line -> line.startsWith("| `" + exception.getSimpleName() + "`"))
                .findFirst().orElse("no row");

        assertThat(row).isNotEqualTo("no row");
        assertThat(Stream.of(exception.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> exception == WechatMaterialException.class || !isOfAll(method)))
                .allSatisfy(method -> assertThat(row).contains("`" + method.getName() + "()`"));
    }

    private static boolean isOfAll(Method method) {
        return Stream.of(WechatMaterialException.class.getDeclaredMethods())
                .anyMatch(ofAll -> ofAll.getName().equals(method.getName()));
    }
}
