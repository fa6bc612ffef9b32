package io.parley.site;

import io.parley.evidence.Evidence;
import io.parley.site.data.Findings;
import io.parley.site.data.Modules;
import java.util.ArrayList;
import java.util.List;

/** Decides whether this build ran everything that could back an id, so that an id without a passing test is an error. */
final class Completeness {

    private final Options options;
    private final Modules modules;
    private final Evidence evidence;

    Completeness(Options options, Modules modules, Evidence evidence) {
        this.options = options;
        this.modules = modules;
        this.evidence = evidence;
    }

    boolean decide(Findings findings) {
        List<String> silent = new ArrayList<>(modules.withTests());
        silent.removeAll(evidence.modules());
        boolean expected =
                switch (options.evidence()) {
                    case STRICT -> true;
                    case REPORT -> false;
                    case AUTO -> ranEverything();
                };
        if (expected) {
            // A listener that is not registered would otherwise turn the strict check off without a word.
            silent.forEach(module -> findings.add(module, "its tests left no evidence in this build"));
        }
        return expected;
    }

    private boolean ranEverything() {
        return !evidence.modules().isEmpty()
                && options.testFilter().isEmpty()
                && modules.directories().stream().allMatch(this::wasBuilt);
    }

    private boolean wasBuilt(String module) {
        // By its end, because the directory that Maven prints may be another name of the same one.
        return options.builtModules().contains("/" + module + "/pom.xml");
    }
}
