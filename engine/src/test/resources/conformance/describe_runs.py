"""A block that describes ended runs in the shape of the golden files, with the project's own `describe`.

Variables: `runs`, a folder of `{"pipeline", "status", "blocks": {uuid: {"status", "error", "folders": [output folder]}},
"logs": {uuid: [line]}}`; `target`, the folder for the descriptions.
"""

import json
import os

from pipewright.runner.storage import Store
from probe_project.utils.show import describe


@data_loader
def describe_runs(**kwargs):
    for name in sorted(os.listdir(kwargs["runs"])):
        with open(os.path.join(kwargs["runs"], name), encoding="utf-8") as file:
            run = json.load(file)
        with open(os.path.join(kwargs["target"], name), "w", encoding="utf-8") as file:
            json.dump(_described(run), file)


def _described(run):
    return {
        "pipeline": run["pipeline"],
        "pipeline_run_status": run["status"],
        "blocks": {uuid: _block(block) for uuid, block in run["blocks"].items()},
        "log_messages": run["logs"],
    }


def _block(block):
    store = Store()
    described = {
        "status": block["status"],
        "outputs": [
            {"name": os.path.basename(folder), "value": describe(store.read(folder))} for folder in block["folders"]
        ],
    }
    if block["error"]:
        described["error"] = {"last_line": block["error"]}
    return described
