package io.github.camelwechat.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelwechat.docs.Page.Block;

/** Java files of a page's application. */
final class PageClasses {

    private static final Pattern SOURCE = Pattern.compile("\\]\\(([^)]+/main/[^)]+/)([A-Za-z]+)[.]java\\)");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:final )?(?:class|record) (\\w+)");

    /** The imports that an editor adds when a reader types a name. */
    private static final String IMPORTS = """
            import java.io.*;
            import java.nio.file.*;
            import java.time.Duration;
            import java.util.*;
            import java.util.stream.Stream;
            import io.github.camelwechat.material.*;
            import io.github.camelwechat.material.error.*;
            import io.github.camelwechat.material.result.*;
            import org.apache.camel.Exchange;
            import org.apache.camel.builder.RouteBuilder;
            """;

    private final Page page;
    private final Path main;
    private final Path test;
    private final List<String> routes = new ArrayList<>();

    /** The class whose last brace the page leaves out, if any: the tests that follow belong to it. */
    private Path open;

    PageClasses(Page page, Path main, Path test) {
        this.page = page;
        this.main = main;
        this.test = test;
    }

    /** {@return the names of the classes with routes} */
    List<String> write(List<Block> blocks) throws IOException {
        writeLinkedSources();
        for (Block block : blocks) {
            write(block);
        }
        if (open != null) {
            append(open, "}\n");
        }
        return List.copyOf(routes);
    }

    /** Writes the classes that the page links to. A reader puts them into a folder, and so into no package. */
    private void writeLinkedSources() throws IOException {
        for (String line : page.prose()) {
            for (Matcher link = SOURCE.matcher(line); link.find();) {
                // a route of an example is for reading
                if (!link.group(2).endsWith("Route")) {
                    Path source = page.path().resolveSibling(link.group(1) + link.group(2) + ".java").normalize();
                    Files.writeString(main.resolve(link.group(2) + ".java"),
                            Repository.read(source).replaceFirst("(?m)^package .*$", ""));
                }
            }
        }
    }

    private void write(Block block) throws IOException {
        String code = block.text();
        Matcher type = TYPE.matcher(code);
        if (type.find()) {
            Path file = (isOfTest(code) ? test : main).resolve(type.group(1) + ".java");
            open = code.endsWith("\n}") ? null : file;
            Files.writeString(file, code.contains("import ") ? code : IMPORTS + code);
            if (code.contains("extends RouteBuilder")) {
                routes.add(type.group(1));
            }
        } else if (code.startsWith("@Test")) {
            if (open == null) {
                throw new IllegalStateException(block + " follows no class that is open");
            }
            append(open, "\n" + code + "\n");
        } else if (code.startsWith("private ")) {
            // a method beside the statements of the block before
            Path file = main.resolve(routes.get(routes.size() - 1) + ".java");
            Files.writeString(file, Files.readString(file).replaceFirst("}\\s*$", Matcher.quoteReplacement(code + "\n}\n")));
        } else {
            String name = "Block" + block.line();
            Files.writeString(main.resolve(name + ".java"), routeClass(name, code));
            routes.add(name);
        }
    }

    private static boolean isOfTest(String code) {
        return code.contains("@Test") || code.contains("WechatSimulatorExtension") || code.contains("class Pictures");
    }

    /** {@return a class with these statements in {@code configure()}, and with a plain route where they are none} */
    private static String routeClass(String name, String code) {
        String body = code.startsWith(".") ? "from(\"direct:" + name + "\")" + code : code;
        body = body.strip().endsWith(";") ? body : body + ";";
        if (!body.contains("from(")) {
            body += "\nfrom(\"direct:" + name + "\").to(\"wechat-material:default\");";
        }
        return IMPORTS + "public class " + name + " extends RouteBuilder {\n@Override\npublic void configure() {\n" + body
               + "\n}\n}\n";
    }

    private static void append(Path file, String code) throws IOException {
        Files.writeString(file, Files.readString(file) + code);
    }
}
