package io.parley.model.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import org.junit.jupiter.api.Test;

@Verifies("QG-8")
class TablesTest {

    @Test
    void findsTheTablesOfStatements() {
        assertThat(Tables.usedIn("SELECT a FROM one JOIN two ON x = y")).containsExactly("one", "two");
        assertThat(Tables.usedIn("INSERT INTO three (a) VALUES (?) IF NOT EXISTS"))
                .containsExactly("three");
        assertThat(Tables.usedIn("UPDATE four SET a = 1 WHERE b = 2")).containsExactly("four");
        assertThat(Tables.usedIn("\n  delete from five where a = ?")).containsExactly("five");
        assertThat(Tables.usedIn("SELECT a FROM parley.six")).containsExactly("six");
        assertThat(Tables.usedIn("SELECT a FROM \u0001.seven WHERE b = \u0001")).containsExactly("seven");
    }

    @Test
    void doesNotTakeOtherWordsForTables() {
        assertThat(Tables.usedIn("The first page from the log, put into words")).isEmpty();
        assertThat(Tables.usedIn("INSERT INTO one (a) VALUES (1) ON CONFLICT DO UPDATE SET a = 2"))
                .containsExactly("one");
        assertThat(Tables.usedIn("WITH x AS (SELECT a FROM one FOR UPDATE OF one SKIP LOCKED) SELECT a FROM x"))
                .containsExactly("one");
        assertThat(Tables.usedIn("SELECT a FROM system_schema.keyspaces")).isEmpty();
    }

    @Test
    void findsTheTablesThatAScriptLeavesBehind() {
        String script = """
                -- CREATE TABLE in_a_comment (a int);
                CREATE TABLE one (a int);
                create table if not exists two (a int);
                CREATE TABLE three (a int);
                DROP TABLE three;
                """;

        assertThat(Tables.madeIn(script)).containsExactly("one", "two");
    }
}
