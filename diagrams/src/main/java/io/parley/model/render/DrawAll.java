package io.parley.model.render;

import io.parley.model.Model;
import io.parley.model.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Command line: draws every view of a model into a folder, light and dark. */
public final class DrawAll {

    private DrawAll() {}

    /**
     * Draws.
     *
     * @param arguments the model's file, then the folder
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: DrawAll <workspace.dsl> <folder>");
            System.exit(2);
        }
        Model model = ModelReader.read(Path.of(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        for (Picture picture : new Renderer(id -> "#" + id).renderAll(model)) {
            Files.writeString(folder.resolve(picture.fileName()), picture.svg());
        }
    }
}
