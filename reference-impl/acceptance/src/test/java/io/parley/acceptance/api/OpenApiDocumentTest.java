package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.Installation;
import io.parley.evidence.Verifies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Holds the committed OpenAPI document against the one that the running server derives from its code. */
class OpenApiDocumentTest {

    private static final String HEADER = """
            # Generated from the server's code; OpenApiDocumentTest holds the two equal. To write it again:
            # mvn -pl reference-impl/acceptance -am test -Dtest=OpenApiDocumentTest -Dparley.openapi.write=true
            """;

    @Test
    @Verifies("API-1")
    void equalsWhatTheServerGenerates() throws IOException, InterruptedException {
        String generated = HEADER + normalised(generated());
        if (Boolean.getBoolean("parley.openapi.write")) {
            Files.createDirectories(ApiDocument.FILE.getParent());
            Files.writeString(ApiDocument.FILE, generated);
        }
        assertThat(ApiDocument.FILE)
                .as("the committed document; its first lines say how to write it again")
                .hasContent(generated);
    }

    private static String generated() throws IOException, InterruptedException {
        URI address = URI.create(Installation.address() + "/api-docs.yaml");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Line ends as the repository has them. */
    private static String normalised(String yaml) {
        return yaml.replace("\r\n", "\n").stripTrailing() + "\n";
    }
}
