"""Finds what blocks stored, by the rule of the project format."""

import json
import os
import re

from mage_ai.settings.repo import get_variables_dir
from pipewright.runner.storage import Store


def read_output(pipeline, partition, block, name):
    """A stored output; an empty dict if there is none. partition: empty for the notebook's."""
    stored = os.path.join(get_variables_dir(), "pipelines", pipeline, ".variables", *partition.split("/"))
    for folder in _block_folders(block):
        place = os.path.join(stored, folder, name)
        if os.path.isdir(place):
            return Store().read(place)
        if os.path.isfile(place + ".json"):
            # How Mage stored values before each had a folder.
            with open(place + ".json", encoding="utf-8") as file:
                return json.load(file)
    return {}


def _block_folders(block):
    """Its own folder, and for `parent/0`, a child that a dynamic block made, the one below its parent's."""
    parent, _, index = block.rpartition("/")
    return [clean_name(block)] + ([os.path.join(parent, index)] if parent and index.isdigit() else [])


def clean_name(name):
    """Lower case, with `_` for whatever is no letter, digit or underscore."""
    clean = re.sub(r"\W", "_", name.lower())
    return "letter_" + clean if clean[:1].isdigit() else clean
