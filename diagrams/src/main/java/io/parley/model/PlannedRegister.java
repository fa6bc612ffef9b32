package io.parley.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The register of planned elements.
 *
 * @param all in the order of the file
 */
public record PlannedRegister(List<PlannedElement> all) {

    private static final Set<String> KINDS = Set.of("component", "container", "system", "deployment");
    private static final String ID = "[a-z][a-zA-Z]*(\\.[a-z][a-zA-Z]*)*";
    private static final String REQUIREMENT = "(USR|MSG|TL|EMB|API|UI|OPS|DOC|QG|INV)-[1-9][0-9]*";

    public PlannedRegister {
        all = List.copyOf(all);
    }

    /**
     * Reads the register.
     *
     * @throws ModelException if an entry lacks a field or has a wrong one, or an id occurs twice
     */
    public static PlannedRegister read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the register's text.
     *
     * @throws ModelException if an entry lacks a field or has a wrong one, or an id occurs twice
     */
    public static PlannedRegister parse(String yaml) {
        List<Map<String, Object>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        List<PlannedElement> all = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            PlannedElement element = element(entry);
            if (all.stream().anyMatch(other -> other.id().equals(element.id()))) {
                throw new ModelException("planned element " + element.id() + " occurs twice");
            }
            all.add(element);
        }
        return new PlannedRegister(all);
    }

    /** Those whose id or name the model has already: they have to leave the register. */
    public List<PlannedElement> builtIn(Model model) {
        return all.stream()
                .filter(planned -> model.elements().stream()
                        .anyMatch(e -> e.id().equals(planned.id()) || e.name().equalsIgnoreCase(planned.name())))
                .toList();
    }

    private static PlannedElement element(Map<String, Object> entry) {
        if (!(entry.get("requirements") instanceof List<?> named) || named.isEmpty()) {
            throw new ModelException("planned element " + entry + " lacks requirements");
        }
        List<String> requirements = named.stream().map(String::valueOf).toList();
        if (!requirements.stream().allMatch(id -> id.matches(REQUIREMENT))) {
            throw new ModelException(
                    "planned element " + entry + " names " + requirements + ", expected catalogue ids");
        }
        PlannedElement element = new PlannedElement(
                text(entry, "id"), text(entry, "kind"), text(entry, "name"), text(entry, "purpose"), requirements);
        if (!element.id().matches(ID) || !KINDS.contains(element.kind())) {
            throw new ModelException("planned element " + entry + " has a wrong id or kind");
        }
        return element;
    }

    private static String text(Map<String, Object> entry, String field) {
        if (entry.get(field) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new ModelException("planned element " + entry + " lacks " + field);
    }
}
