package io.parley.site.data;

import io.parley.evidence.DataFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * The registers behind single sections: risks and debts, terms, works that are cited, tables and what is known of them.
 *
 * @param cassandra tables that the CQL migrations make
 * @param postgres tables that the SQL migrations make
 */
public record Registers(
        List<Risk> risks,
        List<Debt> debts,
        List<Term> terms,
        List<Work> works,
        List<TableNote> notes,
        List<Table> cassandra,
        List<Table> postgres) {

    private static final String RESOURCES = "reference-impl/server/src/main/resources/";

    static Registers read(Path root, Findings findings) {
        Path spec = root.resolve("spec");
        return new Registers(
                DataFiles.yamlList(spec.resolve("risks.yaml"), Risk.class),
                DataFiles.yamlList(spec.resolve("debts.yaml"), Debt.class),
                DataFiles.yamlList(spec.resolve("glossary.yaml"), Term.class),
                DataFiles.yamlList(spec.resolve("references.yaml"), Work.class),
                DataFiles.yamlList(spec.resolve("data/tables.yaml"), TableNote.class),
                new MigrationReader(findings).read(root.resolve(RESOURCES + "cql")),
                new MigrationReader(findings).read(root.resolve(RESOURCES + "db/migration")));
    }

    /** A table that a migration makes, whichever store it is for. */
    public java.util.Optional<Table> table(String name) {
        return java.util.stream.Stream.concat(cassandra.stream(), postgres.stream())
                .filter(table -> table.name().equals(name))
                .findFirst();
    }
}
