package io.github.camelwechat.docs;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelwechat.docs.Page.Block;

/**
 * The pom of a page's application: that of getting started, with the dependencies that the page names, and with those
 * of the page on testing, for the test.
 *
 * @param page the page
 */
record PagePom(Page page) {

    private static final Pattern NEEDS = Pattern.compile(
            "needs? `(camel-[a-z0-9-]+)`|`org[.]apache[.]camel:(camel-[a-z0-9-]+)` among the dependencies");
    private static final Pattern CAMEL_VERSION = Pattern.compile("camel-main</artifactId>\\s*<version>(.*?)</version>");

    String text() {
        String pom = Page.read("docs/getting-started.md").blocks("xml").findFirst().orElseThrow().text();
        return pom.replace("<artifactId>upload-folder<", "<artifactId>" + PageApplications.folder(page) + "<")
                .replace("</dependencies>", elements("dependency") + needed(version(pom)) + "</dependencies>")
                .replace("</plugins>", elements("plugin") + "</plugins>");
    }

    /** {@return the elements of that name that this page and the one on testing show} */
    private String elements(String name) {
        String parts = Stream.of(Page.read("docs/testing.md"), page).distinct()
                .flatMap(source -> source.blocks("xml")).map(Block::text)
                .filter(part -> !part.startsWith("<routes") && !part.startsWith("<project"))
                // the README shows the component, which the pom has
                .filter(part -> !part.contains("camel-wechat-material</artifactId>")).distinct()
                .collect(Collectors.joining("\n"));
        return Pattern.compile("<" + name + ">.*?</" + name + ">", Pattern.DOTALL).matcher(parts).results()
                .map(match -> match.group() + "\n").collect(Collectors.joining());
    }

    private String needed(String version) {
        List<String> artifacts = NEEDS.matcher(String.join(" ", page.prose())).results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1)).distinct().toList();
        return artifacts.stream().map(artifact -> """
                <dependency>
                  <groupId>org.apache.camel</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                </dependency>
                """.formatted(artifact, version)).collect(Collectors.joining());
    }

    private static String version(String pom) {
        return CAMEL_VERSION.matcher(pom).results().map(found -> found.group(1)).findFirst().orElseThrow();
    }
}
