package io.parley.site.book;

import io.parley.site.page.Page;
import io.parley.site.text.Converter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The PDF: all pages in reading order, with a table of contents and links inside the document. */
public final class Book {

    private static final String THEME = "/io/parley/site/book/book-theme.yml";

    private Book() {}

    /**
     * Makes it.
     *
     * @param pages in reading order
     * @param buildLine what the title page says about the build
     * @return a PDF, the same bytes for the same pages
     */
    public static byte[] pdf(List<Page> pages, String buildLine, Converter converter) throws IOException {
        Path folder = Files.createTempDirectory("parley-book");
        try (InputStream theme = Book.class.getResourceAsStream(THEME)) {
            if (theme == null) {
                throw new IOException(THEME + " is not on the class path");
            }
            Files.copy(theme, folder.resolve("book-theme.yml"));
            return converter.book("the book", BookSource.of(pages, buildLine), folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
