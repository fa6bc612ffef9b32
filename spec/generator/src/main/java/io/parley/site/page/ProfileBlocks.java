package io.parley.site.page;

import io.parley.evidence.CatalogueEntry;
import io.parley.evidence.Profile;
import io.parley.evidence.Traceability;
import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.site.data.PlannedElement;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Per profile, from the catalogue: what it needs, which parts of the model answer that, and what is not built. */
final class ProfileBlocks {

    /** What every installation is made of; where it runs is another matter. */
    private static final Set<ElementKind> BUILT_OF = EnumSet.of(ElementKind.CONTAINER, ElementKind.COMPONENT);

    private final Project project;
    private final Traceability traceability;

    ProfileBlocks(Project project, Traceability traceability) {
        this.project = project;
        this.traceability = traceability;
    }

    /** One block per profile, such as {@code profile-meeting}. */
    Map<String, Supplier<String>> byName() {
        return project.catalogue().profiles().stream()
                .collect(java.util.stream.Collectors.toMap(
                        profile -> "profile-" + profile.id(), profile -> () -> block(profile)));
    }

    private String block(Profile profile) {
        List<CatalogueEntry> entries = project.catalogue().entries().stream()
                .filter(entry -> entry.profiles().contains(profile.id()))
                .filter(entry -> !entry.group().equals("DOC"))
                .toList();
        Set<String> named = new LinkedHashSet<>();
        entries.forEach(entry -> named.addAll(entry.elements()));
        StringBuilder out = new StringBuilder("[.facts.data,cols=\"1,5\"]\n|===\n");
        row(out, "Users", Adoc.text(profile.users()));
        row(out, "Must hold", Adoc.text(profile.holds()));
        row(out, "Needs", Markup.list(entries.stream().map(CatalogueEntry::id).toList(), Markup::requirement));
        row(out, "Uses", Markup.list(modelled(named), Markup::element));
        row(out, "Not built", Markup.list(planned(named), Markup::element));
        row(out, "Open", Markup.list(open(entries, false), Markup::requirement));
        row(out, "Shown in part", Markup.list(open(entries, true), Markup::requirement));
        return out.append("|===").toString();
    }

    private static void row(StringBuilder out, String name, String markup) {
        out.append("|").append(name).append("\n|").append(markup).append("\n\n");
    }

    private List<String> modelled(Set<String> named) {
        return project.model().elements().stream()
                .filter(element -> BUILT_OF.contains(element.kind()))
                .map(Element::id)
                .filter(named::contains)
                .toList();
    }

    private List<String> planned(Set<String> named) {
        return project.planned().stream()
                .map(PlannedElement::id)
                .filter(named::contains)
                .toList();
    }

    /** Entries of the gap register: those that tests show in part, or those that nothing shows. */
    private List<String> open(List<CatalogueEntry> entries, boolean inPart) {
        return entries.stream()
                .map(CatalogueEntry::id)
                .filter(id ->
                        traceability.gap(id).map(gap -> gap.inPart() == inPart).orElse(false))
                .toList();
    }
}
