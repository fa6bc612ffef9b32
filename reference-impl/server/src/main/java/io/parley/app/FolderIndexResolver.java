package io.parley.app;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Finds {@code index.html} of an address that ends with a slash; one without stays unknown, because the page's relative links
 * would lead elsewhere. The path alone does not tell: Spring has cut the slash off.
 */
final class FolderIndexResolver extends PathResourceResolver {

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        boolean folder = request != null && request.getRequestURI().endsWith("/");
        return super.resolveResourceInternal(request, folder ? path + "/index.html" : path, locations, chain);
    }
}
