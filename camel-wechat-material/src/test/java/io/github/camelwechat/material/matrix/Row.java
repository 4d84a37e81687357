package io.github.camelwechat.material.matrix;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Line of the matrix.
 *
 * @param name      of the file
 * @param type      as which it is sent
 * @param judges    their verdicts
 * @param auto      the component's with {@code type=auto}
 * @param typed     the component's with the type
 * @param simulator its code for the type, or {@code ok}
 */
record Row(String name, String type, List<String> judges, String auto, String typed, String simulator) {

    /** Names for the same thing: a judge sees the container, or calls a format otherwise. */
    private static final Map<String, Set<String>> SAME = Map.of(
            "asf", Set.of("wma", "wmv"), "jpg", Set.of("jpeg"), "jpeg", Set.of("jpg"), "zip", Set.of("vnd.openxmlformats"));

    /** {@return a format that two judges name, and the component does not} */
    Optional<String> contradiction() {
        Map<String, Long> votes = judges.stream().filter(verdict -> !verdict.equals(Judge.UNKNOWN))
                .collect(Collectors.groupingBy(verdict -> verdict, LinkedHashMap::new, Collectors.counting()));
        return votes.entrySet().stream().filter(vote -> vote.getValue() > 1).map(Map.Entry::getKey)
                .filter(format -> contradicts(format, auto) || contradicts(format, typed)).findFirst();
    }

    private static boolean contradicts(String format, String verdict) {
        String own = verdict.replace("!", "");
        if (format.equals(own) || SAME.getOrDefault(format, Set.of()).contains(own) || own.equals("long")) {
            return false;
        }
        // a format that is refused, and that the component has no name for, is no contradiction
        return !verdict.startsWith("!") || Verdicts.known().contains(format) || format.equals(Judge.TEXT);
    }

    /** {@return whether one of component and simulator takes it, and not the other} */
    boolean isDisagreement() {
        return typed.startsWith("!") == simulator.equals("ok");
    }

    boolean needsRemark() {
        return contradiction().isPresent() || isDisagreement();
    }

    /** {@return the fields of a line} */
    List<String> fields() {
        return List.of(name, type, judges.get(0), judges.get(1), judges.get(2), auto, typed, simulator);
    }

    static Row of(String line) {
        List<String> fields = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        return new Row(fields.get(0), fields.get(1), fields.subList(2, 5), fields.get(5), fields.get(6), fields.get(7));
    }
}
