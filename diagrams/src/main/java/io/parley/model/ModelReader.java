package io.parley.model;

import com.structurizr.Workspace;
import com.structurizr.dsl.Features;
import com.structurizr.dsl.IdentifiersRegister;
import com.structurizr.dsl.StructurizrDslParser;
import com.structurizr.dsl.StructurizrDslParserException;
import com.structurizr.model.Component;
import com.structurizr.model.Container;
import com.structurizr.model.ContainerInstance;
import com.structurizr.model.DeploymentNode;
import com.structurizr.model.InfrastructureNode;
import com.structurizr.model.ModelItem;
import com.structurizr.model.Person;
import com.structurizr.model.SoftwareSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the model from Structurizr DSL; refuses includes, scripts and whatever would reach out of the text. */
public final class ModelReader {

    private static final List<String> CLOSED = List.of(
            Features.PLUGINS,
            Features.SCRIPTS,
            Features.COMPONENT_FINDER,
            Features.INCLUDE,
            Features.DOCUMENTATION,
            Features.DECISIONS,
            Features.ENVIRONMENT,
            Features.FILE_SYSTEM,
            Features.HTTP,
            Features.HTTPS);

    /** The parser numbers what it reads. */
    static final Comparator<ModelItem> IN_ORDER_OF_THE_TEXT = Comparator.comparingInt(i -> Integer.parseInt(i.getId()));

    private final IdentifiersRegister identifiers;
    private final Map<String, Relationship> relationships = new LinkedHashMap<>();
    private final Workspace workspace;

    private ModelReader(StructurizrDslParser parser) {
        identifiers = parser.getIdentifiersRegister();
        workspace = parser.getWorkspace();
    }

    /**
     * Reads a file.
     *
     * @throws ModelException if the text is no valid model
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Model read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the model from its text.
     *
     * @throws ModelException if the text is no valid model
     */
    public static Model parse(String dsl) {
        StructurizrDslParser parser = new StructurizrDslParser();
        CLOSED.forEach(parser.getFeatures()::disable);
        try {
            parser.parse(dsl);
        } catch (StructurizrDslParserException e) {
            throw new ModelException("The model cannot be read: " + e.getMessage(), e);
        }
        return new ModelReader(parser).model();
    }

    private Model model() {
        List<Element> elements = workspace.getModel().getElements().stream()
                .sorted(IN_ORDER_OF_THE_TEXT)
                .map(this::element)
                .collect(Collectors.toCollection(ArrayList::new));
        workspace.getModel().getDeploymentNodes().stream()
                .map(DeploymentNode::getEnvironment)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(name -> elements.add(0, environment(name)));
        List<com.structurizr.model.Relationship> declared = workspace.getModel().getRelationships().stream()
                // An edge that the parser derives for a parent is declared by nobody; one between instances is.
                .filter(each -> each.getLinkedRelationshipId() == null || each.getSource() instanceof ContainerInstance)
                .sorted(IN_ORDER_OF_THE_TEXT)
                .toList();
        declared.forEach(each -> relationships.put(each.getId(), relationship(each)));
        List<Relationship> sorted = List.copyOf(relationships.values());
        List<View> views = new ViewReader(workspace, this::idOf, relationships).views();
        return new Model(workspace.getName(), workspace.getDescription(), elements, sorted, views);
    }

    private String idOf(com.structurizr.model.Element element) {
        String id = identifiers.findIdentifier(element);
        // The parser invents a random identifier where the text gives none; no canonical id may be one of these.
        if (id == null || id.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*")) {
            throw new ModelException("The element " + element.getCanonicalName() + " has no identifier");
        }
        return id;
    }

    private Element environment(String name) {
        String id = name.toLowerCase(Locale.ROOT);
        return new Element(id, ElementKind.ENVIRONMENT, name, "", "", null, null, Set.of(), Map.of());
    }

    private Element element(com.structurizr.model.Element from) {
        ElementKind kind;
        String technology = "";
        String instanceOf = null;
        if (from instanceof Person) {
            kind = ElementKind.PERSON;
        } else if (from instanceof SoftwareSystem) {
            kind = ElementKind.SYSTEM;
        } else if (from instanceof Container container) {
            kind = ElementKind.CONTAINER;
            technology = container.getTechnology();
        } else if (from instanceof Component component) {
            kind = ElementKind.COMPONENT;
            technology = component.getTechnology();
        } else if (from instanceof DeploymentNode node) {
            kind = ElementKind.NODE;
            technology = node.getTechnology();
        } else if (from instanceof InfrastructureNode node) {
            kind = ElementKind.INFRASTRUCTURE;
            technology = node.getTechnology();
        } else if (from instanceof ContainerInstance instance) {
            kind = ElementKind.INSTANCE;
            instanceOf = idOf(instance.getContainer());
        } else {
            throw new ModelException("The element " + from.getCanonicalName() + " is of a kind that the model lacks");
        }
        Set<String> tags =
                from.getTagsAsSet().stream().filter(tag -> !tag.contains(" ")).collect(Collectors.toSet());
        tags.removeAll(Set.of("Element", "Person", "Container", "Component"));
        String name = from instanceof ContainerInstance instance
                ? instance.getContainer().getName()
                : from.getName();
        return new Element(
                idOf(from),
                kind,
                name,
                orEmpty(from.getDescription()),
                orEmpty(technology),
                parentOf(from),
                instanceOf,
                tags,
                own(from.getProperties()));
    }

    /** Without what the parser itself puts there. */
    private static Map<String, String> own(Map<String, String> properties) {
        return properties.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("structurizr."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private @Nullable String parentOf(com.structurizr.model.Element element) {
        if (element.getParent() != null) {
            return idOf(element.getParent());
        }
        return element instanceof DeploymentNode node ? node.getEnvironment().toLowerCase(Locale.ROOT) : null;
    }

    private Relationship relationship(com.structurizr.model.Relationship from) {
        String linked = from.getLinkedRelationshipId();
        com.structurizr.model.Relationship origin = linked == null
                ? from
                : Objects.requireNonNull(workspace.getModel().getRelationship(linked));
        String source = idOf(from.getSource());
        String target = idOf(from.getDestination());
        return new Relationship(
                source,
                target,
                kindOf(origin, source + " -> " + target),
                orEmpty(origin.getDescription()),
                orEmpty(origin.getTechnology()),
                own(origin.getProperties()));
    }

    private static RelationshipKind kindOf(com.structurizr.model.Relationship from, String name) {
        List<RelationshipKind> kinds = List.of(RelationshipKind.values()).stream()
                .filter(kind -> from.getTagsAsSet().contains(kind.tag()))
                .toList();
        if (kinds.size() != 1) {
            throw new ModelException("The relationship " + name + " carries kinds " + kinds + ", expected one");
        }
        return kinds.get(0);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
