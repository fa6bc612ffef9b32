package io.parley.site.data;

import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.threats.Place;

/** The addresses of things in the site, relative to a page; all pages lie in one directory. */
public final class Links {

    private Links() {}

    public static String requirement(String id) {
        return "requirements.html#" + id;
    }

    public static String trace(String id) {
        return "traceability.html#trace-" + id;
    }

    public static String element(Element element) {
        return element.kind() == ElementKind.COMPONENT ? component(element.id()) : "elements.html#" + element.id();
    }

    /** The page of a component: named by the last part of its id. */
    public static String component(String id) {
        return "component-" + id.substring(id.lastIndexOf('.') + 1) + ".html";
    }

    public static String planned(PlannedElement element) {
        return "elements.html#" + element.id();
    }

    public static String limit(String id) {
        return "limits.html#" + id;
    }

    /** The list of the source documents. */
    public static String sources() {
        return "01-introduction-and-goals.html#sources";
    }

    public static String result(String id) {
        return "results.html#" + id;
    }

    /** An input of a profile. */
    public static String parameter(String profile, String key) {
        return "capacity-figures.html#" + parameterAnchor(profile, key);
    }

    public static String parameterAnchor(String profile, String key) {
        return "input-" + profile + "-" + key;
    }

    /** An answer for all profiles. */
    public static String answer(String id) {
        return "capacity-figures.html#" + answerAnchor(id);
    }

    public static String answerAnchor(String id) {
        return "answer-" + id;
    }

    public static String threat(String id) {
        return "threats.html#" + id;
    }

    /** The threats to a flow or a store. */
    public static String threats(Place place) {
        return "threats.html#" + placeAnchor(place);
    }

    public static String placeAnchor(Place place) {
        return "threats-" + place.slug();
    }
}
