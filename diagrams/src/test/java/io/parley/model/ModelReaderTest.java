package io.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Verifies("DOC-2")
class ModelReaderTest {

    private static final String SMALL = """
            workspace "Small" "A small one." {
                !identifiers hierarchical
                model {
                    user = person "User"
                    shop = softwareSystem "Shop" {
                        db = container "Database" "Keeps." "SQL" "database"
                        app = container "App" {
                            orders = component "Orders" "Takes orders." "Java"
                        }
                        app.orders -> db "writes" "SQL" "store" {
                            properties {
                                tables "order, line"
                            }
                        }
                    }
                    user -> shop.app.orders "orders at" "Browser" "use"
                }
            }
            """;

    @Test
    void givesEveryElementItsCanonicalIdKindAndParent() {
        Model model = ModelReader.parse(SMALL);

        Element orders = model.element("shop.app.orders");
        assertThat(model.elements())
                .extracting(Element::id)
                .containsExactly("user", "shop", "shop.db", "shop.app", "shop.app.orders");
        assertThat(orders.kind()).isEqualTo(ElementKind.COMPONENT);
        assertThat(orders.parent()).isEqualTo("shop.app");
        assertThat(orders.technology()).isEqualTo("Java");
        assertThat(model.element("shop.db").tags()).isEqualTo(Set.of("database"));
    }

    @Test
    void givesEveryRelationshipItsKindAndProperties() {
        Model model = ModelReader.parse(SMALL);

        Relationship store = model.relationships(RelationshipKind.STORE).get(0);
        assertThat(store.id()).isEqualTo("shop.app.orders --store--> shop.db");
        assertThat(store.list("tables")).isEqualTo(List.of("order", "line"));
        assertThat(store.properties()).isEqualTo(Map.of("tables", "order, line"));
        assertThat(store.list("absent")).isEmpty();
    }

    @Test
    void refusesARelationshipWithoutAKind() {
        assertThatThrownBy(() -> ModelReader.parse(SMALL.replace("\"Browser\" \"use\"", "\"Browser\"")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("user -> shop.app.orders");
    }

    @Test
    void refusesARelationshipOfTwoKinds() {
        assertThatThrownBy(() -> ModelReader.parse(SMALL.replace("\"SQL\" \"store\"", "\"SQL\" \"store,call\"")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("shop.app.orders -> shop.db");
    }

    @Test
    void refusesAnElementWithoutAnIdentifier() {
        assertThatThrownBy(() -> ModelReader.parse(
                        SMALL.replace("user = person \"User\"", "person \"Nameless\"\n" + "user = person \"User\"")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("Nameless");
    }

    @Test
    void refusesWhatReachesOutOfTheText() {
        assertThatThrownBy(() -> ModelReader.parse(SMALL.replace("model {", "model {\n!include other.dsl\n")))
                .isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> ModelReader.parse(SMALL.replace("model {", "!script groovy {\nx\n}\nmodel {")))
                .isInstanceOf(ModelException.class);
    }

    @Test
    void namesTheLineOfASyntaxError() {
        assertThatThrownBy(() -> ModelReader.parse(SMALL.replace("user -> shop", "user -> shap")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("shap");
    }

    @Test
    void readsTheArchitectureWithAViewOfEachKind() {
        Model model = ModelReader.read(Path.of("workspace.dsl"));

        assertThat(model.views()).extracting(View::kind).contains(ViewKind.values());
        assertThat(model.view("send-message").steps()).hasSizeGreaterThan(8);
        assertThat(model.elements(ElementKind.COMPONENT))
                .allSatisfy(c -> assertThat(c.properties()).containsKey("java.package"));
    }

    @Test
    void showsEveryStaticElementAndRelationshipInSomeView() {
        Model model = ModelReader.read(Path.of("workspace.dsl"));

        List<String> shown =
                model.views().stream().flatMap(v -> v.elements().stream()).toList();
        List<Relationship> drawn =
                model.views().stream().flatMap(v -> v.relationships().stream()).toList();
        assertThat(model.elements())
                .filteredOn(e -> e.kind() != ElementKind.ENVIRONMENT)
                .allSatisfy(e -> assertThat(shown).contains(e.id()));
        assertThat(model.relationships()).allSatisfy(r -> assertThat(drawn).contains(r));
    }
}
