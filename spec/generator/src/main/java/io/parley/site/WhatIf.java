package io.parley.site;

import io.parley.site.output.OutputFiles;
import java.io.IOException;
import java.nio.file.Path;

/** The interactive page of the capacity model, copied from the module that compiles it. */
final class WhatIf {

    private static final String PLACE = "capacity-model/target/what-if";

    private WhatIf() {}

    static void put(OutputFiles files, Path project) throws IOException {
        files.putFolder("what-if", project.resolve(PLACE));
    }
}
