package io.github.camelwechat.material.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Cases of one type, with the samples that they are made of. */
final class CaseList {

    private final List<MediaCase> cases = new ArrayList<>();
    private final String type;

    CaseList(String type) {
        this.type = type;
    }

    CaseList add(String name, byte[] bytes) {
        cases.add(new MediaCase(name, type, bytes));
        return this;
    }

    CaseList add(String name, Blob bytes) {
        return add(name, bytes.bytes());
    }

    List<MediaCase> cases() {
        return cases;
    }

    /** {@return a checked-in file below {@code media}} */
    static byte[] sample(String name) {
        try (InputStream in = CaseList.class.getResourceAsStream("/media/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
