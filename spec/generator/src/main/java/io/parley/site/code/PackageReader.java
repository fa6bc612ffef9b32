package io.parley.site.code;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import io.parley.site.data.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what packages offer from the sources. A public type without Javadoc is a finding,
 * because its page would have nothing to say.
 */
public final class PackageReader {

    private final Path sources;
    private final Findings findings;

    /**
     * @param sources root of the source tree, such as {@code src/main/java}
     */
    public PackageReader(Path sources, Findings findings) {
        this.sources = sources;
        this.findings = findings;
    }

    /** The package of this name with its sub-packages; without files if there is no such package. */
    public PackageCode read(String packageName) {
        try {
            List<Path> files = files(sources.resolve(packageName.replace('.', '/')));
            return files.isEmpty() ? new PackageCode(0, Map.of()) : new PackageCode(files.size(), parse(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
    }

    private Map<String, List<OfferedType>> parse(List<Path> files) throws IOException {
        Map<String, List<OfferedType>> types = new TreeMap<>();
        TypeParser.parse(files, (packageName, type, comment) -> {
            if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                types.computeIfAbsent(packageName, name -> new ArrayList<>()).add(offered(packageName, type, comment));
            }
        });
        types.values().forEach(each -> each.sort(Comparator.comparing(OfferedType::name)));
        return types;
    }

    private OfferedType offered(String packageName, ClassTree type, @Nullable DocCommentTree comment) {
        String name = type.getSimpleName().toString();
        if (comment == null) {
            findings.add(packageName + "." + name, "a public type without Javadoc");
        }
        return new OfferedType(name, kind(type), comment == null ? "" : Sentences.plain(comment.getFirstSentence()));
    }

    private static String kind(ClassTree type) {
        String sealed = type.getModifiers().getFlags().contains(Modifier.SEALED) ? "sealed " : "";
        return sealed
                + switch (type.getKind()) {
                    case INTERFACE -> "interface";
                    case RECORD -> "record";
                    case ENUM -> "enum";
                    case ANNOTATION_TYPE -> "annotation";
                    default -> "class";
                };
    }
}
