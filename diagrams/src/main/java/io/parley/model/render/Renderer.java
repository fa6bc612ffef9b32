package io.parley.model.render;

import io.parley.model.Model;
import io.parley.model.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.sourceforge.plantuml.descdiagram.DescriptionDiagram;
import net.sourceforge.plantuml.sequencediagram.SequenceDiagram;

/** Draws views. The same model gives the same bytes on the same machine (fonts are measured). Not for use by several threads. */
public final class Renderer {

    private final UnaryOperator<String> linkOf;

    /**
     * A renderer.
     *
     * @param linkOf gives the address that an element leads to, by its canonical id, such as {@code
     *     component-parley.server.log.html}; an empty text for no link
     */
    public Renderer(UnaryOperator<String> linkOf) {
        this.linkOf = linkOf;
    }

    /**
     * Draws one view.
     *
     * @throws PictureException if it cannot be drawn, rather than a picture of the error
     */
    public Picture render(Model model, View view, Scheme scheme) {
        return render(model, view, scheme, Detail.FULL);
    }

    /**
     * Draws one view with as much detail as asked for.
     *
     * @throws PictureException if it cannot be drawn, rather than a picture of the error
     */
    public Picture render(Model model, View view, Scheme scheme, Detail detail) {
        Palette palette = new Palette(scheme);
        String drawn =
                switch (view.kind()) {
                    case DYNAMIC ->
                        PlantUml.svg(new SequenceSource(model, view, palette, detail).text(), SequenceDiagram.class);
                    case DATA_FLOW ->
                        PlantUml.svg(new DataFlowSource(model, view, palette).text(), DescriptionDiagram.class);
                    case CONTEXT, CONTAINER, COMPONENT, DEPLOYMENT ->
                        PlantUml.svg(
                                new StructureSource(model, view, palette, detail).text(), DescriptionDiagram.class);
                };
        return new Frame(model, view, scheme, palette, detail, linkOf).around(drawn);
    }

    /**
     * Draws every view in both schemes, by key, light before dark.
     *
     * @throws PictureException if one cannot be drawn
     */
    public List<Picture> renderAll(Model model) {
        List<Picture> pictures = new ArrayList<>();
        for (View view : model.views()) {
            for (Scheme scheme : Scheme.values()) {
                pictures.add(render(model, view, scheme));
            }
        }
        return List.copyOf(pictures);
    }
}
