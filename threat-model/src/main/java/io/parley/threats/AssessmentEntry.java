package io.parley.threats;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One entry of an assessments file, as it stands there: which members it needs depends on its status. */
record AssessmentEntry(
        @Nullable List<String> threats,
        @Nullable String scenario,
        @Nullable String status,
        @Nullable Risk risk,
        @Nullable String missing,
        @Nullable List<String> closedBy,
        @Nullable String mechanism,
        @Nullable List<String> tests,
        @Nullable String reason,
        @Nullable String owner,
        @Nullable String expires) {

    /** @throws IllegalArgumentException when a member is missing, or stands where the status has no use for it */
    Assessment assessment() {
        List<String> named = listed("assessment", "threats", threats);
        String what = "the assessment of " + String.join(", ", named);
        Status read =
                switch (Require.text(what, "status", status)) {
                    case "open" -> open(what);
                    case "mitigated" -> mitigated(what);
                    case "accepted" -> accepted(what);
                    default ->
                        throw new IllegalArgumentException(
                                "status=" + status + " of " + what + ", expected open, mitigated or accepted");
                };
        return new Assessment(named, Require.text(what, "scenario", scenario), read);
    }

    private Status open(String what) {
        only(what, "risk", "missing", "closedBy");
        return new Status.Open(risk(what), Require.text(what, "missing", missing), listed(what, "closedBy", closedBy));
    }

    private Status mitigated(String what) {
        only(what, "mechanism", "tests");
        return new Status.Mitigated(
                Require.text(what, "mechanism", mechanism),
                listed(what, "tests", tests).stream().map(TestReference::parse).toList());
    }

    private Status accepted(String what) {
        only(what, "risk", "reason", "owner", "expires");
        return new Status.Accepted(
                risk(what), Require.text(what, "reason", reason), Require.text(what, "owner", owner), day(what));
    }

    /** What another status needs has no meaning here, and would hide a mistake. */
    private void only(String what, String... members) {
        TreeMap<String, @Nullable Object> given = new TreeMap<>();
        given.put("risk", risk);
        given.put("missing", missing);
        given.put("closedBy", closedBy);
        given.put("mechanism", mechanism);
        given.put("tests", tests);
        given.put("reason", reason);
        given.put("owner", owner);
        given.put("expires", expires);
        given.keySet().removeAll(Set.of(members));
        given.forEach((name, value) -> {
            if (value != null) {
                throw new IllegalArgumentException(name + " of " + what + ", expected no such member with its status");
            }
        });
    }

    private Risk risk(String what) {
        if (risk == null) {
            throw new IllegalArgumentException("risk of " + what + " is missing, expected high, medium or low");
        }
        return risk;
    }

    private LocalDate day(String what) {
        try {
            return LocalDate.parse(Require.text(what, "expires", expires));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("expires=" + expires + " of " + what + ", expected a day", e);
        }
    }

    private static List<String> listed(String what, String member, @Nullable List<String> list) {
        if (list == null || list.isEmpty()) {
            throw new IllegalArgumentException(member + " of " + what + " are missing, expected at least one");
        }
        return list;
    }
}
