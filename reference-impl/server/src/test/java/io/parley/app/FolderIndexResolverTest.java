package io.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.resource.ResourceResolverChain;

@Verifies("API-2")
class FolderIndexResolverTest {

    @TempDir
    Path site;

    @BeforeEach
    void writesASite() throws IOException {
        Files.createDirectory(site.resolve("guide"));
        Files.writeString(site.resolve("guide/index.html"), "guide");
        Files.writeString(site.resolve("page.html"), "page");
    }

    @Test
    void findsTheIndexOfAFolderByItsSlash() throws IOException {
        assertThat(find("/spec/guide/", "guide")).isEqualTo("guide");
        assertThat(find("/spec/guide", "guide")).isNull();
        assertThat(find("/spec/none/", "none")).isNull();
    }

    @Test
    void findsFilesAsTheyAre() throws IOException {
        assertThat(find("/spec/page.html", "page.html")).isEqualTo("page");
        assertThat(find("/spec/page.html/", "page.html")).isNull();
    }

    @Test
    void findsNothingOutsideTheSite() throws IOException {
        Files.writeString(site.resolveSibling("secret.txt"), "secret");

        assertThat(find("/spec/../secret.txt", "../secret.txt")).isNull();
        assertThat(find("/spec/guide/../../secret.txt", "guide/../../secret.txt"))
                .isNull();
    }

    private @Nullable String find(String uri, String path) throws IOException {
        Resource root = new UrlResource(site.toUri());
        Resource found = new FolderIndexResolver()
                .resolveResource(new MockHttpServletRequest("GET", uri), path, List.of(root), new End());
        return found == null ? null : Files.readString(found.getFile().toPath());
    }

    /** Nothing comes after the resolver. */
    private static final class End implements ResourceResolverChain {

        @Override
        public @Nullable Resource resolveResource(
                @Nullable HttpServletRequest request, String path, List<? extends Resource> locations) {
            return null;
        }

        @Override
        public @Nullable String resolveUrlPath(String path, List<? extends Resource> locations) {
            return null;
        }
    }
}
