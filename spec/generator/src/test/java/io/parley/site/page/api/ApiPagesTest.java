package io.parley.site.page.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.site.data.ApiDocuments;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@Verifies({"DOC-10", "API-1"})
class ApiPagesTest {

    private final ApiDocuments documents = ApiDocuments.read(Path.of("..", ".."));
    private final String rest = new RestPage(documents).source();
    private final String socket = new SocketPage(documents, List.of()).source();

    /** Its heading is the method and the path, which is what a search looks for. */
    @Test
    void giveEveryCallASectionWithAnExample() {
        List<Call> calls = Call.all(documents.rest()).toList();

        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            String section = section(rest, call.id());
            assertThat(section).startsWith("== " + call.method().toUpperCase(Locale.ROOT));
            assertThat(section).contains(".Answers\n", "----\n" + call.title().split(" ", -1)[0]);
        });
    }

    @Test
    void giveEverySchemaATable() {
        assertThat(documents.rest().at("/components/schemas").propertyNames())
                .isNotEmpty()
                .allSatisfy(
                        schema -> assertThat(section(rest, "schema-" + schema)).contains("|Member |Type |Meaning"));
    }

    @Test
    void giveEveryFrameASectionWithItsDirectionMembersAndExample() {
        assertThat(documents.socket().at("/components/messages").propertyNames())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(section(socket, type))
                        .containsAnyOf("From the client.", "From the server.")
                        .contains("|Member |Type |Meaning", "\"type\": \"" + type + "\""));
    }

    @Test
    void sayWhyTheServerCloses() {
        assertThat(section(socket, "close-codes")).contains("|4400", "|4401", "|4408", "|1009", "|1013");
    }

    /** From an anchor to the next one. */
    private static String section(String page, String anchor) {
        String mark = "[#" + anchor + "]\n";
        assertThat(page).contains(mark);
        String after = page.substring(page.indexOf(mark) + mark.length());
        int end = after.indexOf("\n[#");
        return end < 0 ? after : after.substring(0, end);
    }
}
