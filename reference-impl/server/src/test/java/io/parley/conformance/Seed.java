package io.parley.conformance;

import io.parley.model.Model;
import io.parley.model.ModelReader;
import io.parley.model.conformance.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A violation planted by one edit to a copy of the model or of the class path.
 *
 * @param rule the rule that has to find it
 * @param what what was planted, for people
 * @param elements the canonical ids that the message has to name, in order
 * @param detail what the message has to say beside them
 * @param edit makes the edited copy
 */
record Seed(String rule, String what, List<String> elements, String detail, Edit edit) {

    /** A dynamic view: from its line to the brace in the same column. */
    private static final Pattern STORY = Pattern.compile("(?ms)^( +)dynamic .*?^\\1}\\R");

    /** Edits the originals; the folder is empty and the test's own. */
    interface Edit {
        Copy apply(String modelText, Code code, Path folder);
    }

    /** A model and code to hold against each other. */
    record Copy(Model model, Code code) {}

    @Override
    public String toString() {
        return rule + ": " + what;
    }

    /** Replaces a part of the model's text that occurs exactly once. */
    static Edit model(String part, String replacement) {
        return (text, code, folder) -> {
            int at = text.indexOf(part);
            if (at < 0 || text.indexOf(part, at + 1) >= 0) {
                throw new IllegalArgumentException("part=" + part + ", expected once in the model");
            }
            return new Copy(withoutStories(text.replace(part, replacement)), code);
        };
    }

    /** Takes out a relationship whose first words these are, with its block of properties if it has one. */
    static Edit removed(String head) {
        return (text, code, folder) -> {
            Matcher found = Pattern.compile(Pattern.quote(head) + "[^\\n{]*(\\{\\s*properties \\{[^}]*\\}\\s*\\})?")
                    .matcher(text);
            if (!found.find() || text.indexOf(head, found.end()) >= 0) {
                throw new IllegalArgumentException("head=" + head + ", expected once in the model");
            }
            String without = text.substring(0, found.start()) + text.substring(found.end());
            return new Copy(withoutStories(without), code);
        };
    }

    /** No rule reads the dynamic views, and one that walks a missing edge could not be read. */
    private static Model withoutStories(String text) {
        return ModelReader.parse(STORY.matcher(text).replaceAll(""));
    }

    /** Adds a compiled class to the class path. */
    static Edit type(String name, String source) {
        return (text, code, folder) -> {
            Compiler.compile(name, source, folder);
            return new Copy(ModelReader.parse(text), code.plus(folder));
        };
    }

    /** Takes a package and those below it off the class path. */
    static Edit emptied(String name) {
        return (text, code, folder) -> new Copy(
                ModelReader.parse(text), code.without(type -> (type.getPackageName() + ".").startsWith(name + ".")));
    }

    /** Takes one class off the class path. */
    static Edit missing(String name) {
        return (text, code, folder) -> new Copy(
                ModelReader.parse(text), code.without(type -> type.getName().equals(name)));
    }

    /** Adds a migration. */
    static Edit script(String name, String script) {
        return (text, code, folder) -> {
            write(folder.resolve(name), script);
            return new Copy(ModelReader.parse(text), code.withResources(List.of(Project.SCRIPTS, folder)));
        };
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
