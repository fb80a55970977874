package io.pipewright.engine.project.editing;

import java.util.List;

/// The same small pipeline, written in as many ways as people write YAML.
final class PipelineTexts {

    private PipelineTexts() {}

    /// As Mage itself writes it.
    static final String MAGE =
            """
            blocks:
            - all_upstream_blocks_executed: true
              color: null
              configuration: {}
              downstream_blocks:
              - clean
              executor_config: null
              executor_type: local_python
              has_callback: false
              language: python
              name: load
              retry_config: null
              status: not_executed
              timeout: null
              type: data_loader
              upstream_blocks: []
              uuid: load
            - all_upstream_blocks_executed: false
              configuration:
                limit: 10
              downstream_blocks: []
              language: python
              name: clean
              type: transformer
              upstream_blocks:
              - load
              uuid: clean
            - configuration: {}
              downstream_blocks: []
              language: python
              name: save
              type: data_exporter
              upstream_blocks: []
              uuid: save
            callbacks:
            - configuration: {}
              name: told
              type: callback
              upstream_blocks:
              - clean
              uuid: told
            created_at: '2024-01-01 00:00:00'
            data_integration: null
            description: null
            name: daily
            settings:
              triggers: null
            state_store_config: {kept: "as it is"}
            tags: []
            type: python
            uuid: daily
            variables:
              city: Seattle
            widgets: []
            """;

    /// Comments everywhere, indented lists, mixed quotes, blank lines, odd spaces, no final line end.
    static final String COMMENTED =
            """
            # The daily pipeline
            ---
            name:   "daily"     # shown in the list
            uuid: 'daily'

            # --- blocks ---
            blocks:
                # reads
                - uuid: load   # the first
                  name: load
                  type:   data_loader
                  upstream_blocks: [ ]  # none
                  downstream_blocks:
                      # only this one
                      - clean
                  unknown_key: &anchor { a: 1,   b: [x,  y] }

                # cleans
                -
                  uuid: clean
                  type: transformer
                  language: sql
                  configuration:   # how
                    limit: 10      # rows
                    query: |
                      select *
                        from t   -- # no comment

                  upstream_blocks: [load]
                - {uuid: save, type: data_exporter, upstream_blocks: [clean], downstream_blocks: []}
            copied: &copied [1]
            again: *copied
            variables: {city: 'Seattle', days: [1, 2, 3]} # flow
            tags: [a,
                   b]   # two
            # the end""";

    /// Hardly anything.
    static final String BARE =
            "name: daily\nblocks:\n- {uuid: load, type: data_loader}\n- {uuid: clean, type: transformer}\n- {uuid: save, type: data_exporter}\n";

    static final String JSON =
            """
            {"name": "daily", "uuid": "daily",
             "blocks": [
               {"uuid": "load", "type": "data_loader", "upstream_blocks": [], "downstream_blocks": ["clean"]},
               {"uuid": "clean", "type": "transformer", "upstream_blocks": ["load"], "configuration": {}},
               {"uuid": "save", "type": "data_exporter"}
             ],
             "variables": {"city": "Seattle"}
            }
            """;

    static List<String> all() {
        return List.of(
                MAGE,
                COMMENTED,
                BARE,
                JSON,
                MAGE.replace("\n", "\r\n"),
                COMMENTED.replace("\n", "\r\n"),
                "\uFEFF" + MAGE,
                "\uFEFF" + COMMENTED + "\n\n\n",
                MAGE.stripTrailing(),
                MAGE.replace("Seattle", "😀 ville de l'été").replace("name: daily", "name: 漢字 😀"));
    }
}
