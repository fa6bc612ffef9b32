package io.parley.site.page;

import io.parley.site.data.Findings;
import io.parley.site.data.Project;
import io.parley.site.data.Table;
import io.parley.site.data.TableNote;
import io.parley.site.text.Adoc;
import io.parley.site.text.UnitLint;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tables as the migrations make them, with what people noted of each. */
final class TableBlocks {

    private static final String CASSANDRA = "parley.cassandra";
    private static final String POSTGRES = "parley.postgres";

    private final Project project;
    private final UnitLint lint;

    TableBlocks(Project project, Findings findings) {
        this.project = project;
        this.lint = new UnitLint(findings);
    }

    Map<String, Supplier<String>> byName() {
        return Map.of("cassandra-tables", () -> tables(CASSANDRA), "postgres-tables", () -> tables(POSTGRES));
    }

    /** Leads to a table on the page of the data design. */
    static String link(String table) {
        return "xref:data-design.adoc#" + anchor(table) + "[``" + Adoc.text(table) + "``]";
    }

    private static String anchor(String table) {
        return "table-" + table.replace('_', '-');
    }

    private String tables(String store) {
        StringBuilder out = new StringBuilder();
        project.registers().notes().stream()
                .filter(note -> note.store().equals(store))
                .forEach(note -> table(out, note));
        return out.toString().strip();
    }

    private void table(StringBuilder out, TableNote note) {
        lint.check(
                "tables.yaml, " + note.table(),
                String.join("\n", note.holds(), note.written(), note.bound(), note.kept(), note.cached()));
        out.append("[#").append(anchor(note.table())).append("]\n=== ");
        out.append(note.table()).append("\n\n").append(note.holds()).append("\n\n");
        out.append("[.scenario.data,cols=\"1,5\"]\n|===\n");
        row(out, "Owner", Markup.element(note.owner()));
        row(out, "Written", note.written());
        row(out, "Size", note.bound());
        row(out, "Kept", note.kept());
        row(out, "In memory", note.cached());
        out.append("|===\n\n");
        List<Table.Column> columns =
                project.registers().table(note.table()).map(Table::columns).orElse(List.of());
        if (!columns.isEmpty()) {
            out.append(Markup.table("columns", "3,2,3,7", "Column", "Type", "Role", "Meaning"));
            for (Table.Column column : columns) {
                out.append("|").append(Adoc.code(column.name())).append("\n|").append(Adoc.text(column.type()));
                out.append("\n|").append(column.role().isEmpty() ? "–" : Adoc.text(column.role()));
                out.append("\n|")
                        .append(note.columns().getOrDefault(column.name(), "–"))
                        .append("\n\n");
            }
            out.append("|===\n\n");
        }
    }

    private static void row(StringBuilder out, String name, String markup) {
        out.append("|").append(name).append("\n|").append(markup).append("\n\n");
    }
}
