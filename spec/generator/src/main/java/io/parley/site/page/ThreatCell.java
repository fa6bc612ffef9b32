package io.parley.site.page;

import io.parley.evidence.Evidence;
import io.parley.evidence.TestRun;
import io.parley.site.text.Adoc;
import io.parley.threats.Assessment;
import io.parley.threats.Register;
import io.parley.threats.Risk;
import io.parley.threats.Status;
import io.parley.threats.TestReference;
import io.parley.threats.Threat;
import java.util.List;
import java.util.stream.Collectors;

/** A threat as a row of its table: what people see in it, and what this build showed of what stops it. */
final class ThreatCell {

    private final Register register;
    private final Evidence evidence;

    ThreatCell(Register register, Evidence evidence) {
        this.register = register;
        this.evidence = evidence;
    }

    String row(Register.Entry entry) {
        Threat threat = entry.threat();
        return "|[[" + threat.id() + "]]" + Adoc.code(threat.id()) + " +\n"
                + Adoc.text(threat.category().label()) + "\n|" + badge(entry) + "\n|"
                + entry.assessments().stream()
                        .map(each -> first(each).equals(threat.id()) ? whole(each) : again(each))
                        .collect(Collectors.joining("\n\n"))
                + "\n\n";
    }

    /** A scenario that stands for several threats is told in full at the first of them. */
    private String first(Assessment assessment) {
        return register.entries().stream()
                .filter(entry -> entry.assessments().contains(assessment))
                .map(entry -> entry.threat().id())
                .findFirst()
                .orElseThrow();
    }

    private String badge(Register.Entry entry) {
        String word = entry.standing().word();
        return switch (entry.standing()) {
            case OPEN -> "[.standing." + risk(entry) + "]#" + word + ", " + risk(entry) + "#";
            case ACCEPTED -> "[.standing.partial]#" + word + "#";
            case MITIGATED -> {
                List<TestRun> runs = entry.assessments().stream()
                        .flatMap(each -> tests(each).stream())
                        .flatMap(test -> test.runs(evidence).stream())
                        .toList();
                if (runs.isEmpty()) {
                    yield "[.standing.not-run]#" + word + ", not run#";
                }
                boolean passed = runs.stream().allMatch(TestRun::passed);
                yield passed ? "[.standing.holds]#" + word + "#" : "[.standing.failing]#failing#";
            }
        };
    }

    private static String risk(Register.Entry entry) {
        return entry.assessments().stream()
                .map(Assessment::status)
                .filter(Status.Open.class::isInstance)
                .map(status -> ((Status.Open) status).risk())
                .min(Risk::compareTo)
                .orElseThrow()
                .word();
    }

    private String again(Assessment each) {
        return "*" + word(each.status()) + ".* " + Adoc.text(each.scenario()) + " See threat:" + first(each) + "[].";
    }

    private String whole(Assessment each) {
        String begin = "*" + word(each.status()) + ".* " + Adoc.text(each.scenario()) + "\n\n";
        Status status = each.status();
        if (status instanceof Status.Open open) {
            return begin + "_Missing:_ " + Adoc.text(open.missing()) + " Waits for "
                    + Markup.list(open.closedBy(), Markup::requirement) + ".";
        } else if (status instanceof Status.Mitigated mitigated) {
            return begin + Adoc.text(mitigated.mechanism()) + "\n\nproofs:" + names(mitigated.tests()) + "[]";
        }
        Status.Accepted accepted = (Status.Accepted) status;
        return begin + Adoc.text(accepted.reason()) + " Judged again by " + Adoc.text(accepted.owner()) + " before "
                + accepted.expires() + ".";
    }

    private static String word(Status status) {
        String word = status.standing().word();
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    private static String names(List<TestReference> tests) {
        return tests.stream().map(TestReference::text).collect(Collectors.joining(","));
    }

    private static List<TestReference> tests(Assessment assessment) {
        return assessment.status() instanceof Status.Mitigated mitigated ? mitigated.tests() : List.of();
    }
}
