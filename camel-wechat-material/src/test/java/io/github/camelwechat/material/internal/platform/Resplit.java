package io.github.camelwechat.material.internal.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pushes with the signature of another one: it is of sorted values without anything between them, so who does not know
 * the token can cut the same characters elsewhere.
 */
final class Resplit {

    private static final int LONGEST_NONCE = 64;
    private static final int LONGEST_TIMESTAMP = 20;
    private static final int[][] ORDERS = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

    private Resplit() {
    }

    /** {@return all other pushes with the same signature whose values have the characters of WeChat's} */
    static List<PushWriter.Push> of(PushWriter.Push push, String token) {
        String[] parts = { push.timestamp(), push.nonce(), push.encrypt(), token };
        Arrays.sort(parts);
        String signed = String.join("", parts);
        int at = signed.indexOf(token);
        String before = signed.substring(0, at);
        String after = signed.substring(at + token.length());
        List<PushWriter.Push> others = new ArrayList<>();
        for (int count = 0; count <= 3; count++) {
            for (List<String> first : cut(before, count)) {
                for (List<String> second : cut(after, 3 - count)) {
                    List<String> values = Stream.concat(first.stream(), second.stream()).toList();
                    for (int[] order : ORDERS) {
                        PushWriter.Push other = new PushWriter.Push(
                                values.get(order[0]), values.get(order[1]), push.signature(), values.get(order[2]));
                        if (isPossible(other, token) && !other.equals(push)) {
                            others.add(other);
                        }
                    }
                }
            }
        }
        return others;
    }

    private static boolean isPossible(PushWriter.Push push, String token) {
        return push.timestamp().matches("[0-9]{1,20}") && push.nonce().matches("[A-Za-z0-9_-]{1,64}")
                && PushWriter.signature(push.timestamp(), push.nonce(), push.encrypt(), token).equals(push.signature());
    }

    /** Cuts a text into pieces, of which at most one is longer than a nonce. */
    private static List<List<String>> cut(String text, int pieces) {
        List<List<String>> cuts = new ArrayList<>();
        if (pieces == 0 && text.isEmpty()) {
            cuts.add(List.of());
        } else if (pieces == 1 && !text.isEmpty()) {
            cuts.add(List.of(text));
        } else if (pieces > 1) {
            for (int end = 1; end < text.length(); end++) {
                boolean isShort = end <= LONGEST_NONCE;
                for (List<String> rest : cut(text.substring(end), pieces - 1)) {
                    if (isShort || rest.stream().mapToInt(String::length).sum() <= LONGEST_NONCE + LONGEST_TIMESTAMP) {
                        cuts.add(Stream.concat(Stream.of(text.substring(0, end)), rest.stream()).toList());
                    }
                }
            }
        }
        return cuts;
    }
}
