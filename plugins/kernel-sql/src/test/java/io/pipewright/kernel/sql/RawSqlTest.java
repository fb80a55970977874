package io.pipewright.kernel.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.kernel.sql.SqlScanner.Part;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawSqlTest {

    @Test
    void splitsOutsideQuotesAndComments() {
        assertEquals(
                List.of(
                        new Part("select ';', \"a;b\", $$;$$, $t$;$$;$t$ /* ; /* ; */ ; */", 1),
                        new Part("-- one; two\nselect E'it\\'s;', 'it''s;'", 3)),
                SqlScanner.split(
                        "select ';', \"a;b\", $$;$$, $t$;$$;$t$ /* ; /* ; */ ; */;\n;\n"
                                + "-- one; two\nselect E'it\\'s;', 'it''s;';\n-- the end;"));
    }

    @Test
    void findsTheTableThatWasMadeOrChanged() {
        assertEquals(
                Optional.of("a.\"B c\""),
                table("CREATE OR REPLACE TABLE a.\"B c\" AS SELECT 1; INSERT INTO x SELECT 2"));
        assertEquals(
                Optional.of("y"),
                table("insert into x select 1; INSERT OR REPLACE INTO y SELECT 2"));
        assertEquals(Optional.of("z"), table("update z set a = 1 where b = 2"));
        assertEquals(Optional.empty(), table("select 'create table x (a int)' -- insert into y"));
        assertEquals(Optional.empty(), table("update z set a = 1"));
    }

    @Test
    void forgetsATableThatIsDroppedAgain() {
        assertEquals(
                Optional.empty(),
                table("create table help as select 1; select * from help; drop table help"));
        assertEquals(
                Optional.of("help"),
                table("drop table if exists help; create table help as select 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "(select 1) union select 2",
                "-- x\nWITH a AS (SELECT 1) FROM a",
                "summarize t"
            })
    void knowsStatementsWhoseRowsCanBeStored(String sql) {
        assertTrue(RawSql.isQuery(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pragma version", "explain select 1", "call x()", "selected"})
    void knowsTheOthers(String sql) {
        assertFalse(RawSql.isQuery(sql));
    }

    @Test
    void findsTheLineOfTheFileForALineOfTheRenderedText() {
        assertEquals(2, SqlErrors.sourceLine("a\nb\nc", "a\nB\nc", 2));
        assertEquals(4, SqlErrors.sourceLine("{% if x %}\na\n{% endif %}\nb", "a\nb", 2));
        assertEquals(1, SqlErrors.sourceLine("one", "x\ny\nz", 3));
    }

    private static Optional<String> table(String sql) {
        return RawSql.of(sql).table();
    }
}
