package io.parley.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue of requirements, quality goals and invariants, with the profiles and sources that it names. Immutable. */
public final class Catalogue {

    private static final List<String> FILES = List.of("requirements.yaml", "quality-goals.yaml", "invariants.yaml");

    private final Map<String, CatalogueEntry> byId;
    private final List<Profile> profiles;
    private final List<SourceDocument> sources;

    /**
     * Builds a catalogue of entries in the order given.
     *
     * @throws DataException when an id stands twice, or an entry names an unknown source or profile
     */
    public Catalogue(List<CatalogueEntry> entries, List<Profile> profiles, List<SourceDocument> sources) {
        this.profiles = List.copyOf(profiles);
        this.sources = List.copyOf(sources);
        this.byId = new LinkedHashMap<>();
        Set<String> profileIds = profiles.stream().map(Profile::id).collect(Collectors.toSet());
        Set<String> sourceIds = sources.stream().map(SourceDocument::id).collect(Collectors.toSet());
        for (CatalogueEntry entry : entries) {
            if (byId.put(entry.id(), entry) != null) {
                throw new DataException("catalogue: " + entry.id() + " stands twice");
            }
            requireKnown(entry, "profile", entry.profiles(), profileIds);
            requireKnown(entry, "source", entry.sources(), sourceIds);
        }
    }

    /**
     * Reads the data files of a directory.
     *
     * @throws DataException when a file cannot be read or the parts do not fit together
     */
    public static Catalogue read(Path spec) {
        List<CatalogueEntry> entries = new ArrayList<>();
        for (String file : FILES) {
            entries.addAll(DataFiles.yamlList(spec.resolve(file), CatalogueEntry.class));
        }
        return new Catalogue(
                entries,
                DataFiles.yamlList(spec.resolve("profiles.yaml"), Profile.class),
                DataFiles.yamlList(spec.resolve("sources.yaml"), SourceDocument.class));
    }

    /** All entries, in the order of the files. */
    public List<CatalogueEntry> entries() {
        return List.copyOf(byId.values());
    }

    public Optional<CatalogueEntry> entry(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Profile> profiles() {
        return profiles;
    }

    public List<SourceDocument> sources() {
        return sources;
    }

    private static void requireKnown(CatalogueEntry entry, String what, List<String> named, Set<String> known) {
        for (String each : named) {
            if (!known.contains(each)) {
                throw new DataException("catalogue: " + entry.id() + " names the unknown " + what + " " + each);
            }
        }
    }
}
