package io.parley.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the rendered specification, slides and what-if page are.
 *
 * @param directory its folders {@code spec}, {@code slides} and {@code what-if} are served under their names;
 *     without it those addresses answer 404
 */
@ConfigurationProperties("parley.site")
record SiteProperties(@Nullable Path directory) {}
