package io.parley.account.web;

import io.parley.limits.Limits;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Writes the limits of accounts into the OpenAPI document. */
@Component
class AccountSchemas implements GlobalOpenApiCustomizer {

    private final Limits.Account limits;

    AccountSchemas(Limits limits) {
        this.limits = limits.account();
    }

    @Override
    public void customise(OpenAPI document) {
        Map<String, ?> schemas = document.getComponents().getSchemas();
        property(schemas, "Registration", "username")
                .pattern("^[A-Za-z0-9._-]{" + limits.usernameCharsMin() + "," + limits.usernameCharsMax() + "}$");
        property(schemas, "Registration", "password")
                .minLength(limits.passwordCodePointsMin())
                .maxLength(limits.passwordCodePointsMax());
        property(schemas, "Registration", "email").maxLength(limits.emailCharsMax());
        property(schemas, "DeviceChoice", "name").minLength(1).maxLength(limits.deviceNameCharsMax());
        property(schemas, "ProfileChange", "displayName").minLength(1).maxLength(limits.displayNameCharsMax());
    }

    private static Schema<?> property(Map<String, ?> schemas, String name, String property) {
        if (schemas.get(name) instanceof Schema<?> schema && schema.getProperties() != null) {
            Schema<?> found = schema.getProperties().get(property);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalStateException("the OpenAPI document has no " + name + "." + property);
    }
}
