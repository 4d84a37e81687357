package io.github.camelwechat.simulator.platform;

import java.util.Map;
import java.util.Set;

/** The permission sets that open an interface to a third-party platform: one of them is enough. */
final class PermissionSets {

    /** The sets that most platforms ask for. */
    static final Set<Integer> USUAL = Set.of(1, 2, 3, 4, 7, 11, 15);

    private static final Set<Integer> MATERIAL = Set.of(11, 100);
    private static final Set<Integer> TEMPORARY = Set.of(1, 3, 8, 9, 11, 19, 30, 31, 100);
    private static final Map<String, Set<Integer>> BY_PATH = Map.of(
            "/cgi-bin/material/get_material", Set.of(3, 11, 18, 30, 31, 100),
            "/cgi-bin/media/uploadimg", Set.of(1, 8, 9, 11, 18, 37, 100),
            "/cgi-bin/freepublish/submit", Set.of(7));
    private static final Map<String, Set<Integer>> BY_FOLDER = Map.of(
            "/cgi-bin/material/", MATERIAL, "/cgi-bin/draft/", MATERIAL, "/cgi-bin/media/", TEMPORARY);

    private PermissionSets() {
    }

    /** {@return true if one of the granted sets opens the interface, or none is needed} */
    static boolean open(String path, Set<Integer> granted) {
        Set<Integer> opening = BY_PATH.get(path);
        if (opening == null) {
            opening = BY_FOLDER.getOrDefault(path.substring(0, path.lastIndexOf('/') + 1), Set.of());
        }
        return opening.isEmpty() || opening.stream().anyMatch(granted::contains);
    }
}
