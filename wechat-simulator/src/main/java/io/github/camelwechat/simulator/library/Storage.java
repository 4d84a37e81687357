package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.util.List;

/** Where a library keeps its materials. */
interface Storage {

    /** {@return what is there from an earlier run, in no particular order} */
    List<Material> load() throws IOException;

    /** Stores for good: on return it is where a restart finds it. */
    Material keep(MaterialRecord record, Spool spool) throws IOException;

    void delete(Material material) throws IOException;
}
