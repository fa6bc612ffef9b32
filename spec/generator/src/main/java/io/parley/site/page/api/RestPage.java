package io.parley.site.page.api;

import io.parley.site.data.ApiDocuments;
import io.parley.site.text.Adoc;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The page of the REST interface: its calls and its schemas. */
public final class RestPage {

    private final ApiDocuments documents;
    private final Types types;
    private final Members members;

    public RestPage(ApiDocuments documents) {
        this.documents = documents;
        this.types = new Types(documents, documents.rest());
        this.members = new Members(types);
    }

    /** AsciiDoc with a title. */
    public String source() {
        StringBuilder out = new StringBuilder("""
                = REST interface

                [.lead]
                Every call: who may make it, what it takes, what it answers.

                """);
        out.append(Prose.paragraphs(documents.rest().at("/info/description").asString("")));
        out.append("""
                A running server serves this as an OpenAPI document at ``/api-docs``. The examples below are sent to it by
                test:ExamplesTest[]; every call of the acceptance tests is held against the document.
                xref:interface.adoc[The interface in short] and xref:socket.adoc[the socket] belong to it.

                """);
        List<Call> calls = Call.all(documents.rest()).toList();
        overview(out, calls);
        calls.forEach(call -> describe(out, call));
        schemas(out);
        return out.toString();
    }

    private static void overview(StringBuilder out, List<Call> calls) {
        out.append("== All calls\n\n");
        out.append(Adoc.table("calls", "5,5,3", "Call", "Purpose", "Who may call"));
        calls.forEach(call -> {
            out.append("|xref:rest.adoc#")
                    .append(call.id())
                    .append("[")
                    .append(Adoc.code(call.title()))
                    .append("]");
            out.append("\n|").append(Prose.text(call.summary()));
            out.append("\n|").append(call.callers()).append("\n\n");
        });
        out.append("|===\n\n");
    }

    private void describe(StringBuilder out, Call call) {
        out.append("[#")
                .append(call.id())
                .append("]\n== ")
                .append(Adoc.text(call.title()))
                .append("\n\n");
        out.append("*").append(Prose.text(call.summary())).append(".* ");
        out.append(Prose.text(call.operation().path("description").asString("")))
                .append("\n\n");
        out.append("Who may call: ")
                .append(call.callers().toLowerCase(Locale.ROOT))
                .append(".\n\n");
        if (!call.parameters().isEmpty()) {
            out.append(".Takes in the address\n");
            out.append(Adoc.table("members", "2,3,6", "Parameter", "Type", "Meaning"));
            call.parameters().forEach(parameter -> parameter(out, parameter));
            out.append("|===\n\n");
        }
        if (!call.body().isMissingNode()) {
            out.append("Takes a body: ").append(types.type(call.body())).append(".\n\n");
        }
        answers(out, call);
        Set<String> examples = call.examples();
        (examples.isEmpty() ? Set.of("") : examples).forEach(name -> out.append(call.example(name)));
    }

    private void parameter(StringBuilder out, JsonNode parameter) {
        String name = parameter.get("name").asString();
        boolean required = parameter.path("required").asBoolean(false);
        String bounds = types.bounds(parameter.get("schema"));
        String description = parameter.path("description").asString("");
        out.append("|").append(Adoc.code(name)).append("\n|");
        out.append(types.type(parameter.get("schema"))).append(required ? "" : ", optional");
        out.append("\n|").append(Prose.text(description)).append(description.isEmpty() ? "" : " ");
        out.append(bounds.isEmpty() && description.isEmpty() ? "–" : bounds).append("\n\n");
    }

    private void answers(StringBuilder out, Call call) {
        out.append(".Answers\n").append(Adoc.table("answers", "1,6,4", "Status", "When", "Holds"));
        for (Map.Entry<String, JsonNode> answer : call.answers()) {
            JsonNode schema = Call.answered(answer.getValue());
            boolean others = answer.getKey().equals("default");
            String problems = others ? "xref:errors.adoc[errors]" : Call.problems(answer.getValue());
            out.append("|").append(others ? "other" : answer.getKey());
            String when = answer.getValue().get("description").asString();
            // The ids of the problems stand in the next column.
            out.append("\n|").append(Prose.text(when.replaceAll("\\s\\(`[a-z-]+`\\)", "")));
            out.append("\n|")
                    .append(schema.isMissingNode() ? problems : types.type(schema))
                    .append("\n\n");
        }
        out.append("|===\n\n");
    }

    private void schemas(StringBuilder out) {
        out.append(
                "[#schemas]\n== Schemas\n\nWhat bodies and frames hold. An answer may gain members; a client ignores those");
        out.append(" that it does not know.\n\n");
        for (Map.Entry<String, JsonNode> schema :
                documents.rest().at("/components/schemas").properties()) {
            out.append("[#schema-")
                    .append(schema.getKey())
                    .append("]\n=== ")
                    .append(schema.getKey())
                    .append("\n\n");
            String description = schema.getValue().path("description").asString("");
            out.append(description.isEmpty() ? "" : Prose.text(description) + "\n\n");
            out.append(members.table(schema.getValue()));
        }
    }
}
