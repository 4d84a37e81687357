package io.github.camelwechat.material.error;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The table of the calls that can be answered with a code: {@code errors/calls.txt}. */
public final class CodeCalls {

    public static final List<String> TYPES = List.of("image", "voice", "video", "thumb");
    private static final List<String> UPLOADS = List.of("image", "voice", "video", "thumb", "uploadImage");
    private static final List<String> DRAFTS = List.of(
            "addDraft", "updateDraft", "getDraft", "deleteDraft", "getDraftCount", "batchGetDraft");
    private static final List<String> OTHERS = List.of("getMaterial", "delMaterial", "getMaterialCount", "batchGetMaterial");

    private static final Map<String, List<String>> GROUPS = Map.of(
            "upload", UPLOADS,
            "material", concat(UPLOADS, OTHERS),
            "articles", List.of("addDraft", "updateDraft"),
            "draft", DRAFTS,
            "any", concat(concat(concat(UPLOADS, OTHERS), DRAFTS), List.of("token", "platform")));

    private CodeCalls() {
    }

    private static List<String> concat(List<String> a, List<String> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    /** {@return the calls of each code: a type, an operation, {@code token} or {@code platform}} */
    public static SortedMap<Integer, List<String>> table() throws Exception {
        SortedMap<Integer, List<String>> table = new TreeMap<>();
        for (String line : lines()) {
            if (!line.startsWith("#")) {
                String[] fields = line.split(" +");
                table.put(Integer.valueOf(fields[0]), Arrays.stream(fields).skip(1)
                        .flatMap(call -> GROUPS.getOrDefault(call, List.of(call)).stream()).toList());
            }
        }
        return table;
    }

    private static List<String> lines() throws Exception {
        return Files.readAllLines(Path.of(CodeCalls.class.getResource("/errors/calls.txt").toURI()), StandardCharsets.UTF_8);
    }

    /** {@return WeChat's name of the interface of a call} */
    public static String operation(String call) {
        if (TYPES.contains(call)) {
            return "addMaterial";
        }
        return switch (call) {
            case "token" -> "getStableAccessToken";
            case "platform" -> "getComponentAccessToken";
            default -> call;
        };
    }
}
