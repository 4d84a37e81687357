package io.github.camelwechat.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The component's {@code features.xml}, and a site that has features of Camel to go with it. */
final class ComponentFeature {

    static final Path FEATURES = Path.of("../../camel-wechat-material/target/features/features.xml").toAbsolutePath();

    private static final String VERSION = Karaf.version("project");
    private static final Path LIB = Path.of("target/lib").toAbsolutePath();
    private static final String CAMEL = Karaf.version("camel");

    private ComponentFeature() {
    }

    /** Puts the component's jar into a repository of Karaf, as a release is in Maven's. */
    static void publish(Path repository) throws Exception {
        Path folder = repository.resolve("io/github/camelwechat/camel-wechat-material").resolve(VERSION);
        Files.createDirectories(folder);
        Files.copy(ComponentBundleTest.jar(), folder.resolve("camel-wechat-material-" + VERSION + ".jar"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** {@return features that bring Camel, and one that installs the component's} */
    static String site() throws IOException {
        return """
                <features xmlns="http://karaf.apache.org/xmlns/features/v1.6.0" name="site">
                  <repository>%1$s</repository>
                  <feature name="camel-core" version="%2$s">%3$s</feature>
                  <feature name="camel-http" version="%2$s">%4$s</feature>
                  <feature name="camel-jackson" version="%2$s">%5$s</feature>
                  <feature name="site" install="auto">
                    <feature>camel-wechat-material</feature>
                  </feature>
                </features>
                """.formatted(FEATURES.toUri(), CAMEL, bundles("camel-(?!http|jackson|wechat|attachments).*"),
                bundles("(camel-http|camel-attachments|http).*"), bundles("(camel-jackson|jackson).*"));
    }

    private static String bundles(String names) throws IOException {
        try (Stream<Path> jars = Files.list(LIB)) {
            List<Path> chosen = jars.filter(jar -> jar.getFileName().toString().matches(names)).sorted().toList();
            return chosen.stream().map(jar -> "<bundle>" + address(jar) + "</bundle>").collect(Collectors.joining());
        }
    }

    /** Jackson's jars are bundles; those of HttpClient become ones as in camel-karaf, and Camel's get its version. */
    private static String address(Path jar) {
        String name = jar.getFileName().toString();
        if (name.startsWith("jackson")) {
            return jar.toUri().toString();
        }
        String wrapped = "wrap:" + jar.toUri();
        return name.startsWith("camel")
                ? wrapped + "$Bundle-SymbolicName=" + name.replaceAll("-[0-9].*", "") + "&amp;Bundle-Version=" + CAMEL
                  + "&amp;Export-Package=*;version=" + CAMEL
                : wrapped;
    }
}
