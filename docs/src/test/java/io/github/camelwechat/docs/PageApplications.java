package io.github.camelwechat.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Program that writes an application for each page of the manual into a folder, for CI to build and to test with Maven:
 * the application of getting started, and in it what the page names, and nothing else.
 */
final class PageApplications {

    /** Pages with code for a reader's own application. */
    static final List<String> PAGES = List.of("README.md", "docs/accounts.md", "docs/articles.md", "docs/check-account.md",
            "docs/checks.md",
            "docs/drafts.md", "docs/failures.md",
            "docs/from-files.md", "docs/from-ftp.md", "docs/getting-started.md", "docs/in-flight.md", "docs/platform.md",
            "docs/real-api.md", "docs/streams-and-memory.md", "docs/testing.md", "docs/tokens.md");

    /** Pages whose code is cut from an example and needs its classes, with the example: its tests run the code. */
    static final Map<String, String> PAGES_OF_EXAMPLES = Map.of(
            "docs/cloud.md", "examples/cloud", "docs/from-http.md", "examples/http", "docs/from-jms.md", "examples/jms",
            "docs/from-s3.md", "examples/s3", "docs/quarkus.md", "examples/quarkus", "docs/karaf.md", "examples/karaf",
            "docs/kubernetes.md", "examples/spring-boot", "docs/routes-without-java.md", "examples/yaml");

    /** Pages whose code is run by the tests of the starter. */
    static final List<String> PAGES_OF_SPRING_BOOT = List.of("docs/spring-boot.md");

    private PageApplications() {
    }

    /**
     * Writes the applications, and a pom that has them as its modules.
     *
     * @param arguments the folder, which exists
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (String name : PAGES) {
            Page page = Page.read(name);
            new PageApplication(page).writeInto(folder.resolve(folder(page)));
        }
        String modules = PAGES.stream().map(Page::read).map(page -> "    <module>" + folder(page) + "</module>\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>pages</artifactId>
                  <version>1.0</version>
                  <packaging>pom</packaging>
                  <modules>
                %s  </modules>
                </project>
                """.formatted(modules));
    }

    /** {@return the name of the folder of a page's application} */
    static String folder(Page page) {
        return page.path().getFileName().toString().replaceFirst("[.]md$", "");
    }
}
