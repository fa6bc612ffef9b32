package io.parley.projection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may set about projections.
 *
 * @param backlog memory for entries of all conversations that were committed here and are not applied yet; what finds no room
 *     is read from the log again, and what fails to be applied leaves half of it to others
 * @param steps entries that are being applied, at most: contents as the log keeps them, and what is around them; a rebuild may hold
 *     as much again
 */
@ConfigurationProperties("parley.projection")
record ProjectionProperties(
        @DefaultValue("32MB") DataSize backlog,
        @DefaultValue("64MB") DataSize steps) {}
