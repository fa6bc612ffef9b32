package io.parley.app;

import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame of the OpenAPI document; what operations have in common is added by {@link OpenApiProblems}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static final String BEARER = "accessToken";

    private static final String DESCRIPTION = """
            JSON in UTF-8. Times are ISO-8601 in UTC with milliseconds, ids lower-case UUID text, and `seq` and counts \
            numbers below 2^53. Unknown members of a request are ignored; members may be added to answers.

            Every error is a problem document (RFC 9457) whose `type` is `urn:parley:problem:` and an id of the catalogue. \
            A request is checked in this order: token (401), body as such (413, 415), address (404), content (400, 422), \
            conflict (409). Who is not a member of a conversation gets 404, whether it exists or not.

            Entries and messages also arrive by WebSocket at `/ws`.
            """;

    static {
        // As JsonRules writes them.
        SpringDocUtils.getConfig()
                .replaceWithSchema(UserId.class, new UUIDSchema())
                .replaceWithSchema(DeviceId.class, new UUIDSchema())
                .replaceWithSchema(ConversationId.class, new UUIDSchema())
                .replaceWithSchema(EntryId.class, new UUIDSchema())
                .replaceWithSchema(Seq.class, new IntegerSchema().format("int64"))
                .addResponseWrapperToIgnore(CompletionStage.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Parley")
                        .version("1")
                        .description(DESCRIPTION)
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/").description("The server that answers this document.")))
                .tags(List.of(
                        new Tag().name("account").description("Registration, sessions, profiles."),
                        new Tag().name("conversation").description("Direct conversations and groups."),
                        new Tag().name("message").description("Sending and reading.")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("The `accessToken` of a session. It expires after"
                                                + " `expiresInSeconds`; `/auth/refresh` gives a new one.")));
    }
}
