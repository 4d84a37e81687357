package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.util.List;

/**
 * Where small things are written by their names.
 *
 * @param <T> what is written
 */
interface Records<T> {

    /** {@return what is there from an earlier run, in no particular order} */
    List<T> load() throws IOException;

    /** Writes for good, in place of an earlier one of that name. */
    void keep(String name, T record) throws IOException;

    void delete(String name) throws IOException;
}
