package io.github.camelwechat.material;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The manual's page on architecture names the rooms and classes that are there. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitecturePageTest {

    private static final String ROOT_ROOM = "root";
    /** Room, mark of a planned one, job, and rooms that it may use. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)`( \\(later\\))? \\| [^|]+ \\| ([^|]*)\\|$");
    private static final Pattern DRAWING = Pattern.compile("(?s)```text\n(.*?)```");
    /** Room, and class in it. */
    private static final Pattern STATION = Pattern.compile("(?m)^(?: *├─ )?(\\w+) +(\\w+) {2,}\\S");

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/architecture.md"));
    }

    private static String name(Room room) {
        return room.name().toLowerCase(Locale.ROOT);
    }

    private static String packageName(String room) {
        return room.equals(ROOT_ROOM)
                ? ArchitectureTest.ROOT : Room.valueOf(room.toUpperCase(Locale.ROOT)).packageName();
    }

    private static String uses(Room room) {
        return room.used().stream().map(used -> "`" + name(used) + "`").collect(Collectors.joining(", "));
    }

    private static Set<String> packages(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }

    private static List<MatchResult> stations() throws IOException {
        String drawing = DRAWING.matcher(page()).results().map(match -> match.group(1)).findFirst().orElseThrow();
        return STATION.matcher(drawing).results().toList();
    }

    @ArchTest
    static void tableHasTheRoomsAndWhatTheyMayUse(JavaClasses classes) throws IOException {
        List<MatchResult> rows = ROW.matcher(page()).results().toList();

        assertThat(rows).extracting(row -> row.group(1) + ": " + row.group(3).strip()).containsExactlyElementsOf(
                Stream.of(Room.values()).map(room -> name(room) + ": " + uses(room)).toList());
        assertThat(rows.stream().filter(row -> row.group(2) == null).map(row -> packageName(row.group(1))))
                .containsExactlyInAnyOrderElementsOf(
                        packages(classes).stream().filter(name -> !name.equals(ArchitectureTest.ROOT)).toList());
    }

    @ArchTest
    static void drawingPassesEveryPackage(JavaClasses classes) throws IOException {
        Set<String> onTheWay = packages(classes);
        // Camel's probes call it, and no exchange
        onTheWay.remove(Room.HEALTH.packageName());
        // only the exchanges of platforms pass them, of which the page tells in words
        onTheWay.remove(Room.PLATFORM.packageName());
        onTheWay.remove(Room.STORE.packageName());
        // no exchange passes it: builds and tests of an application call it
        onTheWay.remove(Room.CHECK.packageName());
        // and only those of articles and drafts these
        onTheWay.remove(Room.ARTICLE.packageName());
        onTheWay.remove(Room.FETCH.packageName());
        assertThat(stations().stream().map(station -> packageName(station.group(1))).distinct())
                .containsExactlyInAnyOrderElementsOf(onTheWay);
    }

    @ArchTest
    static void drawingNamesClassesOfTheirRooms(JavaClasses classes) throws IOException {
        assertThat(stations().stream().map(station -> packageName(station.group(1)) + "." + station.group(2)))
                .allMatch(classes::contain);
    }
}
