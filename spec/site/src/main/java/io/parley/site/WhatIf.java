package io.parley.site;

import io.parley.site.html.SmallPage;
import io.parley.site.output.OutputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The interactive page of the capacity model, copied from the module that compiles it. */
final class WhatIf {

    private static final String PLACE = "capacity-model/target/what-if";

    private WhatIf() {}

    static void put(OutputFiles files, Path project) throws IOException {
        Path folder = project.resolve(PLACE);
        if (Files.isDirectory(folder)) {
            files.putFolder("what-if", folder);
            return;
        }
        files.put("what-if/index.html", SmallPage.of("What if", "<p class=\"notice\">Not made in this build.</p>"));
    }
}
