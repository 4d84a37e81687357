package io.github.camelwechat.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelwechat.docs.Page.Block;

/**
 * The application of a reader who copies a page: the pom of getting started with the dependencies that the page names,
 * the page's classes and properties, and each block of routes in a class of its own, as if it were the only one. A test
 * in the application runs each of these classes.
 *
 * @param page the page
 */
record PageApplication(Page page) {

    /** Texts in blocks that need more than an application of routes, and where such a block is tested. */
    private static final List<String> ELSEWHERE = List.of(
            "main.getCamelContext()", // an account or platform made by the program: AccountsTest, PlatformPageTest
            "=#bean:", // a bean made by the program: AccountsTest
            "camel:\n  component:", // of Spring Boot: the tests of the starter
            ":merchant-in-uri"); // needs another option than the page has: PlatformPageTest

    private static final String RUN = "docs/src/test/java/io/github/camelwechat/docs/PageRun.java";

    void writeInto(Path folder) throws IOException {
        Path test = Files.createDirectories(folder.resolve("src/test/java"));
        Path resources = Files.createDirectories(folder.resolve("src/main/resources/camel"));
        Files.writeString(folder.resolve("pom.xml"), new PagePom(page).text());
        Files.writeString(resources.resolveSibling("application.properties"), properties());
        for (Block block : resources()) {
            Files.writeString(resources.resolve(fileName(block)), block.text());
        }
        List<String> routes
                = new PageClasses(page, Files.createDirectories(folder.resolve("src/main/java")), test).write(blocks("java"));
        Files.writeString(test.resolve("PageTest.java"), test(routes));
    }

    /** {@return whether a block is part of the application, and not tested elsewhere} */
    static boolean isPartOf(Block block) {
        return ELSEWHERE.stream().noneMatch(block.text()::contains);
    }

    private List<Block> blocks(String language) {
        return page.blocks(language).filter(PageApplication::isPartOf).toList();
    }

    private String properties() {
        return Stream.of(Page.read("docs/getting-started.md"), page).distinct()
                .flatMap(source -> source.blocks("properties")).filter(PageApplication::isPartOf)
                .map(Block::text).distinct().collect(Collectors.joining("\n"));
    }

    /** {@return the blocks of routes in YAML and XML} */
    private List<Block> resources() {
        return Stream.concat(blocks("yaml").stream(),
                blocks("xml").stream().filter(block -> block.text().startsWith("<routes"))).toList();
    }

    private static String fileName(Block block) {
        return "block" + block.line() + "." + block.language();
    }

    /** {@return the source of the test, with that of {@link PageRun}} */
    private String test(List<String> routes) {
        String tests = routes.stream().map(name -> """
                    @Test
                    void %s() throws Exception {
                        PageRun.routes(new %s());
                    }
                """.formatted(Character.toLowerCase(name.charAt(0)) + name.substring(1), name)).collect(Collectors.joining());
        tests += resources().stream().map(block -> """
                    @Test
                    void block%d() throws Exception {
                        PageRun.resource("camel/%s");
                    }
                """.formatted(block.line(), fileName(block))).collect(Collectors.joining());
        return Repository.read(RUN).replaceFirst("(?m)^package .*$", "import org.junit.jupiter.api.Test;") + """

                class PageTest {

                    @Test
                    void properties() throws Exception {
                        PageRun.properties();
                    }
                %s}
                """.formatted(tests);
    }
}
