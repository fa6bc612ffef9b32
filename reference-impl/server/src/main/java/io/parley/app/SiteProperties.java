package io.parley.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the rendered specification is.
 *
 * @param directory the folder that is served at {@code /spec/}; without it that address answers 404
 */
@ConfigurationProperties("parley.site")
record SiteProperties(@Nullable Path directory) {}
