package io.parley.threats;

import io.parley.model.ModelReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A violation planted by one edit to a copy of this project's own model, definitions or assessments.
 *
 * @param rule the rule that has to find it
 * @param what what was planted, for people
 * @param elements canonical ids that the message has to name, in order
 * @param detail what the message has to say beside them
 */
record Seed(String rule, String what, List<String> elements, String detail, UnaryOperator<Inputs> edit) {

    /** Root directory of this project. */
    static final Path ROOT = Path.of("..");

    @Override
    public String toString() {
        return rule + ": " + what;
    }

    /** Replaces a part of the model's text: its first occurrence behind the line that begins with the head. */
    static UnaryOperator<Inputs> model(String head, String part, String replacement) {
        return inputs -> {
            try {
                String text = Files.readString(ROOT.resolve("diagrams/workspace.dsl"));
                int start = text.indexOf(head);
                int at = start < 0 ? -1 : text.indexOf(part, start);
                if (at < 0) {
                    throw new IllegalArgumentException("head=" + head + " part=" + part + ", expected in the model");
                }
                String edited = text.substring(0, at) + replacement + text.substring(at + part.length());
                return inputs.withModel(ModelReader.parse(edited));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** Takes a property out of the model: the first of this name behind the head. */
    static UnaryOperator<Inputs> without(String head, String property) {
        return inputs -> {
            try {
                String text = Files.readString(ROOT.resolve("diagrams/workspace.dsl"));
                Matcher found = Pattern.compile(Pattern.quote(property) + " \"[^\"]*\"\\s*\n")
                        .matcher(text);
                if (!found.find(text.indexOf(head))) {
                    throw new IllegalArgumentException("property=" + property + ", expected behind " + head);
                }
                String edited = text.substring(0, found.start()) + "seed \"x\"\n" + text.substring(found.end());
                return inputs.withModel(ModelReader.parse(edited));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    static UnaryOperator<Inputs> plus(Assessment added) {
        return inputs -> inputs.withAssessments(with(inputs.assessments(), added));
    }

    /** Gives the first assessment of a status another one. */
    static UnaryOperator<Inputs> status(Class<? extends Status> kind, UnaryOperator<Status> changed) {
        return inputs -> {
            List<Assessment> all = new ArrayList<>(inputs.assessments());
            for (int i = 0; i < all.size(); i++) {
                Assessment each = all.get(i);
                if (kind.isInstance(each.status())) {
                    all.set(i, new Assessment(each.threats(), each.scenario(), changed.apply(each.status())));
                    return inputs.withAssessments(all);
                }
            }
            throw new IllegalStateException("kind=" + kind + ", expected an assessment of it");
        };
    }

    static <T> List<T> with(List<T> all, T added) {
        List<T> more = new ArrayList<>(all);
        more.add(added);
        return more;
    }
}
