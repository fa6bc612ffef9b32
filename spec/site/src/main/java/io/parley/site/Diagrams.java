package io.parley.site;

import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.Model;
import io.parley.model.View;
import io.parley.model.render.Renderer;
import io.parley.model.render.Scheme;
import io.parley.site.data.Links;
import java.util.Map;
import java.util.TreeMap;

/** Draws each view in both colour schemes and puts the two into one figure; the style sheet shows the one that fits. */
final class Diagrams {

    private Diagrams() {}

    /** Figures by the key of their view. */
    static Map<String, String> figures(Model model) {
        Renderer renderer = new Renderer(id -> link(model, id));
        Map<String, String> figures = new TreeMap<>();
        for (View view : model.views()) {
            StringBuilder figure = new StringBuilder("<figure class=\"view\" tabindex=\"0\">");
            for (Scheme scheme : Scheme.values()) {
                figure.append("<div class=\"on-")
                        .append(scheme == Scheme.LIGHT ? "light" : "dark")
                        .append("\">")
                        .append(renderer.render(model, view, scheme).svg())
                        .append("</div>");
            }
            figures.put(view.key(), figure.append("</figure>").toString());
        }
        return figures;
    }

    private static String link(Model model, String id) {
        Element element = model.element(id);
        return element.kind() == ElementKind.ENVIRONMENT ? "" : Links.element(element);
    }
}
