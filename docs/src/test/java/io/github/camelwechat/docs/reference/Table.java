package io.github.camelwechat.docs.reference;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown. */
record Table(List<String> head, List<List<String>> rows) {

    String markdown() {
        return Stream.concat(Stream.of(head, head.stream().map(cell -> "---").toList()), rows.stream()).map(Table::line)
                .collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.isEmpty() ? "" : " " + cell.replace("|", "\\|"))
                .collect(Collectors.joining(" |", "|", " |\n"));
    }

    static String code(Object value) {
        return "`" + value + "`";
    }
}
