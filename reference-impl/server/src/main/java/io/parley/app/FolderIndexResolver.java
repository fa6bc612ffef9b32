package io.parley.app;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Finds {@code index.html} of an address that ends with a slash. */
final class FolderIndexResolver extends PathResourceResolver {

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        return super.getResource(path.endsWith("/") ? path + "index.html" : path, location);
    }
}
