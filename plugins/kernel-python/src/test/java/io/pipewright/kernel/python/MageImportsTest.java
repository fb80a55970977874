package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Blocks that import `mage_ai` where it is not installed.
class MageImportsTest {

    private static final Path RESERVED_WORDS_OF_SQL =
            Path.of("../kernel-sql/src/main/resources/io/pipewright/kernel/sql/reserved-words.txt");
    private static final Path RESERVED_WORDS_OF_PYTHON =
            Path.of(
                    "src/main/resources/io/pipewright/kernel/python/runner/shim/mage_ai/io/reserved_words.py");

    @TempDir static Path folder;
    private static TestWorker worker;

    @BeforeAll
    static void start() throws IOException {
        worker = new TestWorker(folder, "-S");
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @Test
    void findWhatPublicProjectsImport() {
        TestResult result =
                worker.run(
                        TestBlock.loader(
                                "from mage_ai.data_cleaner.column_types.column_type_detector import infer_column_types",
                                "from mage_ai.data_cleaner.transformer_actions.base import BaseAction",
                                "from mage_ai.data_cleaner.transformer_actions.constants import ActionType, Axis, ImputationStrategy",
                                "from mage_ai.data_cleaner.transformer_actions.utils import build_transformer_action",
                                "from mage_ai.data_preparation.decorators import callback, condition, custom, data_exporter",
                                "from mage_ai.data_preparation.decorators import data_source, sensor, test, transformer",
                                "from mage_ai.data_preparation.models.constants import DATAFRAME_ANALYSIS_MAX_COLUMNS",
                                "from mage_ai.data_preparation.repo_manager import get_repo_path",
                                "from mage_ai.data_preparation.shared.secrets import get_secret_value",
                                "from mage_ai.io.base import DataSource, ExportWritePolicy, FileFormat",
                                "from mage_ai.io.bigquery import BigQuery",
                                "from mage_ai.io.config import ConfigFileLoader, ConfigKey",
                                "from mage_ai.io.duckdb import DuckDB",
                                "from mage_ai.io.file import FileIO",
                                "from mage_ai.io.google_cloud_storage import GoogleCloudStorage",
                                "from mage_ai.io.mysql import MySQL",
                                "from mage_ai.io.postgres import Postgres",
                                "from mage_ai.io.redshift import Redshift",
                                "from mage_ai.io.s3 import S3",
                                "from mage_ai.io.snowflake import Snowflake",
                                "from mage_ai.orchestration.run_status_checker import check_status",
                                "from mage_ai.orchestration.triggers.api import trigger_pipeline",
                                "from mage_ai.settings.repo import get_repo_path",
                                "from mage_ai.shared.parsers import convert_matrix_to_dataframe",
                                "@data_loader",
                                "def load(): print('ran')"));

        assertEquals(List.of("ran"), result.stdout(), result.traceback());
    }

    @Test
    void loadAndExportFilesAndDatabasesOfTheProject() throws IOException {
        Files.writeString(
                worker.project().resolve("io_config.yaml"),
                "default:\n  SQLITE_DATABASE: \"{{ env_var('ABSENT', 'shop.db') }}\"\n");

        TestResult result =
                worker.run(
                        TestBlock.loader(
                                "from os import path",
                                "from mage_ai.io.config import ConfigFileLoader",
                                "from mage_ai.io.file import FileIO",
                                "from mage_ai.io.sqlite import SQLite",
                                "from mage_ai.settings.repo import get_repo_path",
                                "@data_loader",
                                "def load(**kwargs):",
                                "    FileIO().export([{'n': 1}, {'n': 2}], 'numbers.csv')",
                                "    config = ConfigFileLoader(path.join(get_repo_path(), 'io_config.yaml'), 'default')",
                                "    with SQLite.with_config(config) as loader:",
                                "        loader.export(FileIO().load('numbers.csv'), None, 'numbers', index=False)",
                                "        return loader.load('SELECT sum(n) AS total FROM numbers')"));

        assertEquals("none", result.error(), result.traceback());
        assertEquals(
                List.of(
                        "FileIO: exported numbers.csv",
                        "FileIO: loaded numbers.csv",
                        "SQLite: exported 2 rows to numbers",
                        "SQLite: loaded 1 rows"),
                result.stdout());
        assertEquals(
                "[{\"name\":\"total\",\"type\":\"BIGINT\"}]",
                result.outputs().getFirst().path("columns").toString());
        assertTrue(Files.exists(worker.project().resolve("shop.db")));
    }

    @Test
    void failWithTheBlocksLineWhenSomethingIsNotThere() {
        TestResult result =
                worker.run(
                        TestBlock.loader(
                                "from mage_ai.orchestration.triggers.api import trigger_pipeline",
                                "@data_loader",
                                "def load():",
                                "    trigger_pipeline('daily')"));

        assertTrue(
                result.error()
                        .startsWith("NotRunnableError: Cannot start the pipeline \"daily\" from"),
                result.error());
        assertEquals(4, result.errorLine());
    }

    @Test
    void cleanColumnNamesWithTheWordsOfSqlBlocks() throws IOException {
        String python = Files.readString(RESERVED_WORDS_OF_PYTHON);
        String words = python.substring(python.indexOf("(\n"), python.lastIndexOf("\"\"\""));

        assertEquals(
                Files.readAllLines(RESERVED_WORDS_OF_SQL).stream()
                        .filter(line -> !line.startsWith("#"))
                        .flatMap(line -> Arrays.stream(line.split(" ")))
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(
                        Set.of(words.replaceFirst("\\(\\s+\"\"\"", "").strip().split("\\s+"))));
    }
}
