package io.parley.model.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.sourceforge.plantuml.BlockUml;
import net.sourceforge.plantuml.ErrorUml;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.core.Diagram;
import net.sourceforge.plantuml.core.ImageData;
import net.sourceforge.plantuml.error.PSystemError;

/** Runs PlantUML in this process, with its own layout engine. */
final class PlantUml {

    private PlantUml() {}

    /**
     * Draws one diagram.
     *
     * <p>PlantUML draws a picture of its error instead of failing. Such a picture is recognised by the type of the parsed
     * diagram (syntax) and by the status of the drawn image (layout), never by words inside it. It also guesses the kind of
     * a diagram from its lines, so that a slip may yield a different kind without any error: the kind is checked too.
     *
     * @throws PictureException if the source holds not exactly one diagram of the kind, or a broken one, or the layout fails
     */
    static String svg(String source, Class<? extends Diagram> kind) {
        List<BlockUml> blocks = new SourceStringReader(source).getBlocks();
        if (blocks.size() != 1) {
            throw new PictureException("diagrams=" + blocks.size() + ", expected 1, in\n" + source);
        }
        Diagram diagram = blocks.get(0).getDiagram();
        if (diagram instanceof PSystemError error) {
            throw new PictureException("PlantUML refuses the source: " + first(error) + ", in\n" + source);
        }
        if (!kind.isInstance(diagram)) {
            String read = diagram.getClass().getSimpleName();
            throw new PictureException("diagram=" + read + ", expected " + kind.getSimpleName() + ", in\n" + source);
        }
        if (!diagram.getWarnings().isEmpty()) {
            throw new PictureException("PlantUML would draw its warnings into the picture, for\n" + source);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageData image = diagram.exportDiagram(out, 0, new FileFormatOption(FileFormat.SVG));
            if (image.getStatus() != 0) {
                throw new PictureException("PlantUML cannot lay out (status " + image.getStatus() + ")\n" + source);
            }
        } catch (IOException e) {
            throw new PictureException("PlantUML cannot draw", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String first(PSystemError error) {
        ErrorUml first = error.getFirstError();
        return first.getError() + " at \"" + first.getLine() + "\"";
    }
}
