package io.parley.site.page.api;

import io.parley.site.data.ApiDocuments;
import io.parley.site.data.Limit;
import io.parley.site.text.Adoc;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The page of the socket: its frames in both directions, its bounds and its close codes. */
public final class SocketPage {

    private static final String CLIENT = "receive";

    private final JsonNode document;
    private final List<Limit> limits;
    private final Members members;

    /** @param limits of the public contract */
    public SocketPage(ApiDocuments documents, List<Limit> limits) {
        this.document = documents.socket();
        this.limits = limits;
        this.members = new Members(new Types(documents, documents.socket()));
    }

    /** AsyncAPI calls the server's side: what it receives comes from a client. */
    private record Frame(String type, String answers, JsonNode message) {}

    /** AsciiDoc with a title. */
    public String source() {
        StringBuilder out = new StringBuilder("""
                = Socket frames

                [.lead]
                Every frame in both directions: what it means, what it holds, what answers it, and why the server closes.

                """);
        out.append(Prose.paragraphs(document.at("/info/description").asString("")));
        out.append("""
                This page is made from the AsyncAPI document of the project. Every frame of the acceptance tests is held
                against it, and test:ExamplesTest[] sends the examples. Parts that frames share with calls stand on
                xref:rest.adoc#schemas[the page of the REST interface].

                """);
        overview(out);
        bounds(out);
        sent().forEach(frame -> describe(out, frame, "From the client"));
        answersAndPushes().forEach(frame -> describe(out, frame, "From the server"));
        closeCodes(out);
        return out.toString();
    }

    private void overview(StringBuilder out) {
        out.append("== All frames\n\n");
        out.append(Adoc.table("frames", "3,6,5", "From the client", "Purpose", "Answer"));
        operations(CLIENT).forEach(operation -> {
            out.append("|").append(links(operation.path("messages")));
            out.append("\n|").append(Prose.text(operation.get("summary").asString()));
            out.append("\n|").append(links(operation.at("/reply/messages"))).append("\n\n");
        });
        out.append("|===\n\n");
        operations("send").forEach(operation -> out.append("Pushed without being asked for: ")
                .append(links(operation.path("messages")))
                .append(".\n\n"));
    }

    private void bounds(StringBuilder out) {
        out.append("[#bounds]\n== Bounds\n\n");
        out.append(Adoc.table("bounds", "5,2,4", "What is bounded", "Value", "Beyond it"));
        document.at("/channels/socket/x-bounds").forEach(bound -> bound(out, bound));
        sent().forEach(frame -> frame.message().path("x-bounds").forEach(bound -> bound(out, bound)));
        out.append("|===\n\n");
    }

    private void bound(StringBuilder out, JsonNode bound) {
        String limit = bound.get("limit").asString();
        String bounds = limits.stream()
                .filter(known -> known.id().equals(limit))
                .map(Limit::bounds)
                .findFirst()
                .orElse(limit);
        out.append("|xref:limits.adoc#")
                .append(limit)
                .append("[")
                .append(Adoc.text(bounds))
                .append("]");
        out.append("\n|limit:")
                .append(limit)
                .append("[]\n|")
                .append(Prose.text(bound.get("then").asString()));
        out.append("\n\n");
    }

    private void describe(StringBuilder out, Frame frame, String direction) {
        JsonNode message = frame.message();
        out.append("[#")
                .append(frame.type())
                .append("]\n== ")
                .append(frame.type())
                .append("\n\n");
        out.append("*")
                .append(Prose.text(message.get("title").asString()))
                .append(".* ")
                .append(direction)
                .append(". ");
        out.append(Prose.text(message.path("description").asString(""))).append("\n\n");
        out.append(frame.answers());
        out.append(members.table(message.get("payload")));
        List<String> problems =
                message.path("x-problems").valueStream().map(JsonNode::asString).toList();
        if (!problems.isEmpty()) {
            out.append("Problems: ").append(Adoc.list(problems, id -> "xref:errors.adoc#" + id + "[" + id + "]"));
            out.append(".\n\n");
        }
        message.path("examples").forEach(example -> out.append(".")
                .append(Prose.text(example.get("summary").asString()))
                .append("\n")
                .append(Listing.of(Listing.json(example.get("payload")))));
    }

    private void closeCodes(StringBuilder out) {
        out.append("[#close-codes]\n== Close codes\n\n");
        out.append(Adoc.table("codes", "1,2,5,5", "Code", "Reason", "When", "What the client does"));
        document.at("/channels/socket/x-close-codes").forEach(code -> {
            out.append("|").append(code.get("code").asInt());
            out.append("\n|").append(Prose.text(code.get("name").asString()));
            out.append("\n|").append(Prose.text(code.get("when").asString()));
            out.append("\n|").append(Prose.text(code.get("then").asString())).append("\n\n");
        });
        out.append("|===\n");
    }

    private List<Frame> sent() {
        List<Frame> frames = new ArrayList<>();
        operations(CLIENT).forEach(operation -> {
            String answers = Prose.text(operation.get("description").asString()) + "\n\nAnswered by "
                    + links(operation.at("/reply/messages")) + ".\n\n";
            names(operation.path("messages")).forEach(type -> frames.add(frame(type, answers)));
        });
        return frames;
    }

    /** In the order of the document. */
    private List<Frame> answersAndPushes() {
        List<String> fromClient = sent().stream().map(Frame::type).toList();
        return document.at("/components/messages").propertyNames().stream()
                .filter(type -> !fromClient.contains(type))
                .map(type -> frame(type, ""))
                .toList();
    }

    private Frame frame(String type, String answers) {
        return new Frame(type, answers, document.at("/components/messages/" + type));
    }

    private List<JsonNode> operations(String action) {
        return document.path("operations")
                .valueStream()
                .filter(operation -> operation.get("action").asString().equals(action))
                .toList();
    }

    private static List<String> names(JsonNode references) {
        return references
                .valueStream()
                .map(reference -> reference.get("$ref").asString())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .toList();
    }

    private static String links(JsonNode references) {
        return Adoc.list(names(references), type -> "xref:socket.adoc#" + type + "[" + Adoc.code(type) + "]");
    }
}
