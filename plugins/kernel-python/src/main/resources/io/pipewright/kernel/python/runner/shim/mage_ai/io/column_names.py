"""Column names as databases like them."""

import re

from mage_ai.io.reserved_words import RESERVED_WORDS


def clean_name(name, allow_reserved_words=False, case_sensitive=False):
    """Lower case, `_` for other characters: `Upper Case` becomes `upper_case`, `select` becomes `_select`."""
    word = re.sub(r"\W", "_", re.sub("[\ufeff\"$\n\r\t]", "", str(name)))
    if word[:1].isdigit():
        word = "letter_" + word
    word = word if case_sensitive else word.lower()
    return "_" + word if word.lower() in RESERVED_WORDS and not allow_reserved_words else word
