package io.parley.model.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import net.sourceforge.plantuml.descdiagram.DescriptionDiagram;
import net.sourceforge.plantuml.sequencediagram.SequenceDiagram;
import org.junit.jupiter.api.Test;

@Verifies("DOC-2")
class PlantUmlTest {

    private static final String BOX = "@startuml\n!pragma layout smetana\nrectangle a\nrectangle b\na --> b\n@enduml\n";

    @Test
    void drawsASourceOfTheExpectedKind() {
        assertThat(PlantUml.svg(BOX, DescriptionDiagram.class)).contains("<svg");
    }

    @Test
    void refusesABrokenSourceAndNamesTheLine() {
        assertThatThrownBy(() -> PlantUml.svg(BOX.replace("a --> b", "a ==}} b ((("), DescriptionDiagram.class))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("a ==}} b (((");
    }

    @Test
    void drawsAPictureWhoseTextSpeaksOfErrors() {
        String source = BOX.replace("rectangle a\n", "rectangle \"Syntax Error? An error has occured\" as a\n");

        assertThat(PlantUml.svg(source, DescriptionDiagram.class)).contains("occured");
    }

    @Test
    void refusesAnotherKindOfDiagramThanWasMeant() {
        assertThatThrownBy(() -> PlantUml.svg(BOX, SequenceDiagram.class))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("DescriptionDiagram");
    }

    @Test
    void refusesASourceThatPlantUmlWarnsAbout() {
        String source = "@startuml\nskinparam ParticipantPadding 14\na -> b : x\n@enduml\n";

        assertThatThrownBy(() -> PlantUml.svg(source, SequenceDiagram.class))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("warnings");
    }

    @Test
    void refusesASourceWithNoDiagramOrWithTwo() {
        assertThatThrownBy(() -> PlantUml.svg("nothing", DescriptionDiagram.class))
                .isInstanceOf(PictureException.class);
        assertThatThrownBy(() -> PlantUml.svg(BOX + BOX, DescriptionDiagram.class))
                .isInstanceOf(PictureException.class);
    }
}
