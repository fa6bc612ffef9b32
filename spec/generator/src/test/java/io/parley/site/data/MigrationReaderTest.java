package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.site.Seeds;
import org.junit.jupiter.api.Test;

@Verifies("DOC-6")
class MigrationReaderTest {

    private final Findings findings = new Findings();
    private final MigrationReader reader = new MigrationReader(findings);

    @Test
    void readsKeysAndStaticColumnsOfCql() {
        Table log = table("""
                -- First line
                -- and second.
                CREATE TABLE IF NOT EXISTS log (
                    a      uuid,
                    bucket bigint,
                    seq    bigint,
                    tail   bigint static,
                    PRIMARY KEY ((a, bucket), seq)
                ) WITH CLUSTERING ORDER BY (seq ASC);
                """);

        assertThat(log.comment()).isEqualTo("First line and second.");
        assertThat(log.columns())
                .containsExactly(
                        new Table.Column("a", "uuid", "partition key"),
                        new Table.Column("bucket", "bigint", "partition key"),
                        new Table.Column("seq", "bigint", "clustering key"),
                        new Table.Column("tail", "bigint", "static"));
    }

    @Test
    void readsConstraintsOfSql() {
        Table device = table("""
                CREATE TABLE device (
                    user_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                    kid     text PRIMARY KEY,     -- a comment
                    name    text NOT NULL UNIQUE,
                    CHECK ((name IS NULL) = (kid IS NULL))
                );
                """);

        assertThat(device.columns())
                .containsExactly(
                        new Table.Column("user_id", "uuid", "of account"),
                        new Table.Column("kid", "text", "primary key"),
                        new Table.Column("name", "text", "unique"));
    }

    @Test
    void addsAColumnOfALaterScript() {
        reader.script("V1__a.sql", "CREATE TABLE a (\n    id uuid PRIMARY KEY\n);\n");

        assertThat(reader.script("V2__b.sql", "ALTER TABLE a ADD COLUMN note text;\n"))
                .singleElement()
                .satisfies(a -> assertThat(a.columns()).extracting("name").containsExactly("id", "note"));
    }

    @Test
    void findsAStatementThatItDoesNotUnderstand() {
        reader.script("V2__b.sql", "ALTER TABLE a RENAME TO b;\n");

        Seeds.assertCaught(
                "tables on pages are those of the migrations",
                "a statement that the reader of migrations does not know",
                findings,
                "is not understood");
    }

    private Table table(String script) {
        return reader.script("V1__test.sql", script).get(0);
    }
}
