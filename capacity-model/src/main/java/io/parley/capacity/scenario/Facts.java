package io.parley.capacity.scenario;

import io.parley.evidence.DataFiles;
import io.parley.evidence.RecordedResult;
import io.parley.evidence.SourceDocument;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the project has measured, fixed and been asked for, so that an origin cannot be made up. */
final class Facts {

    private final Map<String, Fact> results = new HashMap<>();
    private final Map<String, Fact> limits = new HashMap<>();
    private final Set<String> sources = new HashSet<>();

    private record Fact(double value, String unit) {}

    /** All members of a limit, so that an unknown one still fails. */
    private record LimitLine(String id, double value, String unit, String requirement, String bounds) {}

    private Facts() {}

    static Facts read(Path project) {
        Facts facts = new Facts();
        Path spec = project.resolve("spec");
        for (RecordedResult result : RecordedResult.allIn(spec.resolve("results"))) {
            facts.results.put(result.id(), new Fact(result.value(), result.unit()));
        }
        for (LimitLine limit : DataFiles.yamlList(spec.resolve("data/limits.yaml"), LimitLine.class)) {
            facts.limits.put(limit.id(), new Fact(limit.value(), limit.unit()));
        }
        DataFiles.yamlList(spec.resolve("sources.yaml"), SourceDocument.class)
                .forEach(source -> facts.sources.add(source.id()));
        return facts;
    }

    /** Adds a problem when the origin does not exist, says nothing, or says another number. */
    void check(Parameter parameter, ScenarioFile file) {
        Origin origin = parameter.origin();
        String key = parameter.input().key();
        if (origin instanceof Origin.Measured measured) {
            compare("result", measured.result(), results, parameter, file);
        } else if (origin instanceof Origin.Decided decided) {
            compare("limit", decided.limit(), limits, parameter, file);
        } else if (origin instanceof Origin.Asked asked
                && (!sources.contains(asked.source()) || asked.says().isBlank())) {
            file.problem(key + ".source=" + asked.source() + ", expected a document of sources.yaml and what it says");
        } else if (origin instanceof Origin.Assumed assumed && assumed.reason().isBlank()) {
            file.problem(key + ".assume is empty, expected a reason");
        }
    }

    private static void compare(
            String kind, String id, Map<String, Fact> facts, Parameter parameter, ScenarioFile file) {
        Fact fact = facts.get(id);
        String key = parameter.input().key();
        if (fact == null) {
            file.problem(key + "." + kind + "=" + id + ", expected a recorded " + kind);
        } else if (fact.value() != parameter.value()
                || !fact.unit().equals(parameter.input().unit())) {
            file.problem(key + "=" + Parameter.plain(parameter.value()) + " "
                    + parameter.input().unit() + ", expected what the " + kind + " " + id + " says: "
                    + Parameter.plain(fact.value()) + " " + fact.unit());
        }
    }
}
