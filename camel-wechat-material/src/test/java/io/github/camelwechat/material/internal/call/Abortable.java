package io.github.camelwechat.material.internal.call;

import java.util.ArrayList;
import java.util.List;

/** A stage of a test: ends by hand, or with the reason of its abort. */
final class Abortable {

    final List<String> aborts = new ArrayList<>();
    final Promise<String> call = new Promise<>((self, why) -> aborted(why));

    private void aborted(String why) {
        aborts.add(why);
        call.fail(new IllegalStateException(why));
    }
}
