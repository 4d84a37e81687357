package io.github.camelwechat.material.dsl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The headers of a jar for OSGi, and what is in its classes.
 *
 * @param headers of its manifest
 * @param classes by their names, which hold the names of all that they use
 */
record Bundle(Attributes headers, Map<String, String> classes) {

    /** Opens the jar that a class is in; in a build without packaging the folder that the jar is made of. */
    static Bundle of(Class<?> type) {
        try {
            Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return read(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), new HashMap<>())) {
                return read(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Bundle read(Path root) throws IOException {
        try (InputStream manifest = Files.newInputStream(root.resolve("META-INF/MANIFEST.MF"));
             Stream<Path> all = Files.walk(root)) {
            Map<String, String> classes = new TreeMap<>();
            for (Path file : all.filter(file -> file.toString().endsWith(".class")).toList()) {
                classes.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return new Bundle(new Manifest(manifest).getMainAttributes(), classes);
        }
    }

    String header(String name) {
        return headers.getValue(name);
    }

    /** {@return the packages of a header, each with its attributes} */
    Map<String, String> packages(String header) {
        return Arrays.stream(headers.getValue(header).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .collect(Collectors.toMap(clause -> clause.split(";", 2)[0], clause -> clause));
    }

    /** {@return the packages of its own classes} */
    List<String> own() {
        return classes.keySet().stream().map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.')).distinct()
                .toList();
    }

    /** {@return whether a class here uses one of the package itself, not only of those below} */
    boolean uses(String name) {
        String start = name.replace('.', '/') + "/";
        return classes.values().stream().anyMatch(text -> {
            for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
                int end = at + start.length();
                while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                    end++;
                }
                if (end < text.length() && text.charAt(end) != '/') {
                    return true;
                }
            }
            return false;
        });
    }
}
