package io.pipewright.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A project for tests of the command line: `daily` completes, `failing` fails in its first block, `broken` does not open.
final class Shop {

    private Shop() {}

    /// @param parent where the project's folder and the user's home are made
    static CommandLineFixture in(Path parent) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("shop")).toRealPath();
        return new CommandLineFixture(parent.resolve("home"), folder)
                .file("metadata.yaml", "variables_dir: ./\n")
                .file(
                        "pipelines/daily/metadata.yaml",
                        """
                                name: Every day
                                type: python
                                variables: {day: 2024-01-05, rate: 0.5}
                                blocks:
                                - {uuid: load, name: load, type: data_loader, language: sql}
                                - {uuid: clean, name: clean, type: transformer, language: python, upstream_blocks: [load]}
                                """)
                .file(
                        "data_loaders/load.sql",
                        "SELECT * FROM (VALUES (1, 'a'), (2, NULL)) t(n, name) ORDER BY n\n")
                .file(
                        "transformers/clean.py",
                        """
                                @transformer
                                def run(data, *args, **kwargs):
                                    return {'rows': len(data), 'given': kwargs.get('given'), 'none': None}

                                @test
                                def check(output, *args):
                                    assert output['rows'] == 2
                                """)
                .file(
                        "pipelines/failing/metadata.yaml",
                        """
                                type: python
                                blocks:
                                - {uuid: wrong, name: wrong, type: transformer, language: python}
                                - {uuid: after, name: after, type: transformer, language: python, upstream_blocks: [wrong]}
                                """)
                .file(
                        "transformers/wrong.py",
                        "@transformer\ndef run(*args, **kwargs):\n    print('on its way')\n    return {}['sku']\n")
                .file(
                        "transformers/after.py",
                        "@transformer\ndef run(*args, **kwargs):\n    return 1\n")
                .file("pipelines/broken/metadata.yaml", "type: python\nblocks: [\n");
    }
}
