package io.parley.site.book;

import io.parley.site.page.Page;
import org.jsoup.nodes.Element;

/**
 * A page of the site that becomes a chapter.
 *
 * @param page with its place among the others
 * @param article what stands on it, as the site shows it; is not changed
 */
public record Chapter(Page page, Element article) {}
