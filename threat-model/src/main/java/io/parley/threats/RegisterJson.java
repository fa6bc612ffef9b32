package io.parley.threats;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The register as a JSON document: the same inputs give the same bytes. */
final class RegisterJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RegisterJson() {}

    static String of(Register register) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("zones", register.trust().zones());
        document.put(
                "dataClasses",
                register.trust().classes().stream().map(RegisterJson::dataClass).toList());
        document.put(
                "threats", register.entries().stream().map(RegisterJson::entry).toList());
        return JSON.writeValueAsString(document).replace("\r\n", "\n") + "\n";
    }

    private static Map<String, Object> dataClass(DataClass from) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", from.id());
        out.put("name", from.name());
        out.put("meaning", from.meaning());
        out.put("personal", from.personal());
        out.put("sensitivity", from.sensitivity().word());
        out.put("kept", from.kept());
        return out;
    }

    private static Map<String, Object> entry(Register.Entry from) {
        Threat threat = from.threat();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", threat.id());
        out.put("framework", threat.category().framework().name());
        out.put("category", threat.category().label());
        out.put("elements", threat.place().elements());
        if (threat.place() instanceof Place.Flow flow) {
            out.put("from", flow.from().id());
            out.put("to", flow.to().id());
            if (flow.via() != null) {
                out.put("via", flow.via().id());
            }
        } else if (threat.place() instanceof Place.Store store) {
            out.put("in", store.zone().id());
        }
        out.put("data", threat.place().data().stream().map(DataClass::id).toList());
        out.put("standing", from.standing().word());
        out.put(
                "assessments",
                from.assessments().stream().map(RegisterJson::assessment).toList());
        return out;
    }

    private static Map<String, Object> assessment(Assessment from) {
        Map<String, Object> out = new LinkedHashMap<>();
        Status status = from.status();
        out.put("scenario", from.scenario());
        out.put("status", status.standing().word());
        if (status instanceof Status.Open open) {
            out.put("risk", open.risk().word());
            out.put("missing", open.missing());
            out.put("closedBy", open.closedBy());
        } else if (status instanceof Status.Mitigated mitigated) {
            out.put("mechanism", mitigated.mechanism());
            out.put("tests", mitigated.tests().stream().map(TestReference::text).toList());
        } else if (status instanceof Status.Accepted accepted) {
            out.put("risk", accepted.risk().word());
            out.put("reason", accepted.reason());
            out.put("owner", accepted.owner());
            out.put("expires", accepted.expires().toString());
        }
        return out;
    }
}
