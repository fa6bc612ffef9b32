package io.parley.site;

import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.Model;
import io.parley.model.View;
import io.parley.model.render.Detail;
import io.parley.model.render.Renderer;
import io.parley.model.render.Scheme;
import io.parley.site.data.Links;
import io.parley.site.text.Drawing;
import java.util.Map;
import java.util.TreeMap;

/** Draws each view for pages and slides, in both colour schemes. */
final class Diagrams {

    private final Model model;

    private Diagrams(Model model) {
        this.model = model;
    }

    /** Drawings by the key of their view. */
    static Map<String, Drawing> of(Model model) {
        Diagrams diagrams = new Diagrams(model);
        Map<String, Drawing> drawings = new TreeMap<>();
        for (View view : model.views()) {
            drawings.put(
                    view.key(),
                    new Drawing(
                            diagrams.figure(view, Detail.FULL, ""), diagrams.figure(view, Detail.SLIDE, "../spec/")));
        }
        return drawings;
    }

    private String figure(View view, Detail detail, String folder) {
        Renderer renderer = new Renderer(id -> link(id, folder));
        StringBuilder figure = new StringBuilder("<figure class=\"view\" tabindex=\"0\">");
        for (Scheme scheme : Scheme.values()) {
            figure.append("<div class=\"on-")
                    .append(scheme == Scheme.LIGHT ? "light" : "dark")
                    .append("\">")
                    .append(renderer.render(model, view, scheme, detail).svg())
                    .append("</div>");
        }
        return figure.append("</figure>").toString();
    }

    private String link(String id, String folder) {
        Element element = model.element(id);
        return element.kind() == ElementKind.ENVIRONMENT ? "" : folder + Links.element(element);
    }
}
