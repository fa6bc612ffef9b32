package io.parley.model;

import com.structurizr.Workspace;
import com.structurizr.view.AutomaticLayout;
import com.structurizr.view.ComponentView;
import com.structurizr.view.ContainerView;
import com.structurizr.view.DeploymentView;
import com.structurizr.view.DynamicView;
import com.structurizr.view.ElementView;
import com.structurizr.view.ModelView;
import com.structurizr.view.RelationshipView;
import com.structurizr.view.SystemContextView;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the views of a workspace into values. */
final class ViewReader {

    private final Workspace workspace;
    private final Function<com.structurizr.model.Element, String> idOf;
    private final Map<String, Relationship> relationships;

    ViewReader(
            Workspace workspace,
            Function<com.structurizr.model.Element, String> idOf,
            Map<String, Relationship> relationships) {
        this.workspace = workspace;
        this.idOf = idOf;
        this.relationships = relationships;
    }

    List<View> views() {
        return workspace.getViews().getViews().stream()
                .map(ModelView.class::cast)
                .map(this::view)
                .sorted(Comparator.comparing(View::key))
                .toList();
    }

    private View view(ModelView from) {
        List<String> elements = from.getElements().stream()
                .map(ElementView::getElement)
                .sorted(ModelReader.IN_ORDER_OF_THE_TEXT)
                .map(idOf)
                .toList();
        List<Relationship> shown = from.getRelationships().stream()
                .map(RelationshipView::getRelationship)
                .sorted(ModelReader.IN_ORDER_OF_THE_TEXT)
                .map(each -> Objects.requireNonNull(relationships.get(each.getId())))
                .distinct()
                .toList();
        AutomaticLayout layout = from.getAutomaticLayout();
        return new View(
                from.getKey(),
                kindOf(from),
                scopeOf(from),
                ModelReader.orEmpty(from.getTitle() == null ? from.getName() : from.getTitle()),
                ModelReader.orEmpty(from.getDescription()),
                layout != null && layout.getRankDirection() == AutomaticLayout.RankDirection.LeftRight,
                elements,
                shown,
                from instanceof DynamicView dynamic ? steps(dynamic) : List.of());
    }

    private Relationship relationship(RelationshipView shown) {
        return Objects.requireNonNull(relationships.get(shown.getRelationship().getId()));
    }

    private List<Step> steps(DynamicView view) {
        return view.getRelationships().stream()
                .sorted(Comparator.comparingInt(r -> Integer.parseInt(r.getOrder())))
                .map(this::step)
                .toList();
    }

    private Step step(RelationshipView shown) {
        Relationship carrier = relationship(shown);
        boolean response = Boolean.TRUE.equals(shown.isResponse());
        return new Step(
                response ? carrier.target() : carrier.source(),
                response ? carrier.source() : carrier.target(),
                ModelReader.orEmpty(shown.getDescription()),
                carrier,
                response);
    }

    private @Nullable String scopeOf(ModelView view) {
        if (view instanceof DeploymentView deployment) {
            return deployment.getEnvironment().toLowerCase(Locale.ROOT);
        }
        if (view instanceof ComponentView component) {
            return idOf.apply(component.getContainer());
        }
        if (view instanceof DynamicView dynamic) {
            return dynamic.getElement() == null ? null : idOf.apply(dynamic.getElement());
        }
        return view.getSoftwareSystem() == null ? null : idOf.apply(view.getSoftwareSystem());
    }

    private static ViewKind kindOf(ModelView view) {
        if (view instanceof SystemContextView) {
            return ViewKind.CONTEXT;
        } else if (view instanceof ContainerView) {
            return ViewKind.CONTAINER;
        } else if (view instanceof ComponentView) {
            return "data-flow".equals(view.getProperties().get("kind")) ? ViewKind.DATA_FLOW : ViewKind.COMPONENT;
        } else if (view instanceof DeploymentView) {
            return ViewKind.DEPLOYMENT;
        } else if (view instanceof DynamicView) {
            return ViewKind.DYNAMIC;
        }
        throw new ModelException("The view " + view.getKey() + " is of a kind that the model lacks");
    }
}
