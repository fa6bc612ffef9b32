package io.parley.formal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A TLA+ module with its data for the model checker.
 *
 * @param name of the module that tells the story, such as {@code Delivery}
 * @param text of that module
 */
record Model(String name, String text) {

    private static final List<String> NAMES = List.of("ConversationLog", "Lease", "Delivery");

    /** The module as it stands in the project. */
    static Model named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("model=" + name + ", expected one of " + NAMES);
        }
        return new Model(name, resource(name + ".tla"));
    }

    /**
     * This module with one edit.
     *
     * @throws IllegalArgumentException if the text to replace does not stand in it exactly once
     */
    Model edited(String from, String to) {
        int at = text.indexOf(from);
        if (at < 0 || text.indexOf(from, at + 1) >= 0) {
            throw new IllegalArgumentException("from=" + from + ", expected once in " + name);
        }
        return new Model(name, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /** Name of the module that binds the constants which a configuration cannot write down. */
    String root() {
        return "MC" + name;
    }

    /** Writes both modules for the checker to read. */
    void writeTo(Path folder) {
        try {
            Files.writeString(folder.resolve(name + ".tla"), text);
            Files.writeString(folder.resolve(root() + ".tla"), resource(root() + ".tla"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the model to " + folder, e);
        }
    }

    static String resource(String file) {
        try (InputStream in = Model.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("file=" + file + ", expected a file of the model");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
