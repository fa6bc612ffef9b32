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
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame of the OpenAPI document; what operations have in common is added by {@link OpenApiProblems}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static final String BEARER = "accessToken";

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
                        .description("Accounts, conversations and messages. Errors are problem documents (RFC 9457).")
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }
}
