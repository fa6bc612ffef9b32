package io.parley.contact.web;

import io.parley.limits.Limits;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Writes the limit of blocks into the OpenAPI document. */
@Component
class ContactSchemas implements GlobalOpenApiCustomizer {

    private final Limits.Contact limits;

    ContactSchemas(Limits limits) {
        this.limits = limits.contact();
    }

    @Override
    public void customise(OpenAPI document) {
        Schema<?> body = Objects.requireNonNull(
                document.getComponents().getSchemas().get("Blocks"), "the OpenAPI document has no Blocks");
        Objects.requireNonNull(body.getProperties().get("blocks"), "Blocks has no blocks")
                .setMaxItems(limits.blocksMax());
    }
}
