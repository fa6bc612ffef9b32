package io.parley.site.code;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.VariableTree;
import io.parley.site.data.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings from the records that Spring fills: key, default and what the Javadoc says. One that says nothing is a
 * finding.
 */
public final class SettingReader {

    private static final String MARK = "@ConfigurationProperties(";

    private final Path sources;
    private final Findings findings;

    /**
     * @param sources root of the source tree, such as {@code src/main/java}
     */
    public SettingReader(Path sources, Findings findings) {
        this.sources = sources;
        this.findings = findings;
    }

    /** All settings, sorted by their key's prefix, in the order of the record. */
    public List<Setting> read() {
        try {
            List<Path> files = files();
            return files.isEmpty() ? List.of() : parse(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() throws IOException {
        List<Path> marked = new ArrayList<>();
        try (Stream<Path> found = Files.walk(sources)) {
            for (Path file : found.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                if (Files.readString(file).contains(MARK)) {
                    marked.add(file);
                }
            }
        }
        return marked;
    }

    private List<Setting> parse(List<Path> files) throws IOException {
        List<List<Setting>> groups = new ArrayList<>();
        TypeParser.parse(files, (packageName, type, comment) -> groups.add(settings(comment, type)));
        return groups.stream()
                .filter(group -> !group.isEmpty())
                .sorted(Comparator.comparing(group -> group.get(0).key()))
                .flatMap(List::stream)
                .toList();
    }

    private List<Setting> settings(@Nullable DocCommentTree comment, ClassTree type) {
        String prefix = value(type.getModifiers(), "ConfigurationProperties");
        if (prefix.isEmpty()) {
            return List.of();
        }
        return type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .map(field -> setting(prefix, comment, field))
                .toList();
    }

    private Setting setting(String prefix, @Nullable DocCommentTree comment, VariableTree field) {
        String name = field.getName().toString();
        String key = prefix + "." + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        String meaning = comment == null
                ? ""
                : comment.getBlockTags().stream()
                        .filter(ParamTree.class::isInstance)
                        .map(ParamTree.class::cast)
                        .filter(tag -> tag.getName().getName().contentEquals(name))
                        .map(tag -> Sentences.plain(tag.getDescription()))
                        .findFirst()
                        .orElse("");
        if (meaning.isEmpty()) {
            findings.add(key, "a setting whose meaning is not documented");
        }
        return new Setting(key, value(field.getModifiers(), "DefaultValue"), meaning);
    }

    /** The one string that an annotation holds; empty without the annotation. */
    private static String value(ModifiersTree modifiers, String annotation) {
        for (AnnotationTree each : modifiers.getAnnotations()) {
            if (each.getAnnotationType().toString().equals(annotation)) {
                ExpressionTree argument = each.getArguments().get(0);
                ExpressionTree value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
                return value instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : value.toString();
            }
        }
        return "";
    }
}
