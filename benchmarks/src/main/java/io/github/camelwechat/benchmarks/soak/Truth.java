package io.github.camelwechat.benchmarks.soak;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * State of the simulator after a window.
 *
 * @param stored by the name of the uploaded file
 * @param kept   the ids of the materials that are in the library
 * @param faults how often each kind has happened since the start
 * @param calls  how many there were since the start
 */
record Truth(Map<String, List<Stored>> stored, Set<String> kept, Map<String, Long> faults, long calls) {

    record Stored(String sha256, String mediaId) {
    }
}
