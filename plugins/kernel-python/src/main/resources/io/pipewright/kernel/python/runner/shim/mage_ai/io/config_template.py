"""Fills in `{{ env_var('NAME') }}` and the like in `io_config.yaml`.

Calls of the known functions are understood here; whatever else Jinja can do is left to Jinja, where it is installed.
"""

import ast
import json
import os
import re
from importlib.util import find_spec

_EXPRESSION = re.compile(r"\{\{-?(.*?)-?\}\}|\{#.*?#\}", re.DOTALL)
_STATEMENT = re.compile(r"\{%")


class TemplateError(ValueError):
    """A template that cannot be filled in."""


class _NotSimpleError(Exception):
    """Something that only Jinja understands."""


def render(text):
    """The text with its expressions filled in; lines that are comments are left alone."""
    if "{{" not in text and "{%" not in text and "{#" not in text:
        return text
    lines = ["" if line.lstrip().startswith("#") and "{" in line else line for line in text.split("\n")]
    text = "\n".join(lines)
    try:
        if _STATEMENT.search(text):
            raise _NotSimpleError("{% %}")
        return _EXPRESSION.sub(_filled, text)
    except _NotSimpleError as e:
        return _with_jinja(text, str(e))


def _filled(match):
    expression = match.group(1)
    if expression is None:
        return ""
    try:
        tree = ast.parse(expression.strip(), mode="eval").body
    except SyntaxError:
        raise _NotSimpleError(expression.strip()) from None
    return str(_value(tree, expression.strip()))


def _value(node, expression):
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FUNCTIONS:
        positional = [_value(argument, expression) for argument in node.args]
        named = {keyword.arg: _value(keyword.value, expression) for keyword in node.keywords}
        try:
            return _FUNCTIONS[node.func.id](*positional, **named)
        except TypeError:
            raise TemplateError("%s has the wrong arguments in {{ %s }}" % (node.func.id, expression)) from None
    raise _NotSimpleError(expression)


def _with_jinja(text, expression):
    if find_spec("jinja2") is None:
        from mage_ai.io.packages import install_command

        raise TemplateError(
            "only calls of %s are understood, not {{ %s }}; for more, install Jinja: %s"
            % (", ".join(sorted(_FUNCTIONS)), expression, install_command("jinja2"))
        )
    import jinja2

    try:
        return jinja2.Template(text, keep_trailing_newline=True).render(**_FUNCTIONS)
    except jinja2.TemplateError as e:
        raise TemplateError(str(e)) from None


def _env_var(key, default=None):
    return os.environ.get(key, default)


def _json_value(text, key):
    try:
        return json.loads(text)[key]
    except (KeyError, ValueError) as e:
        raise TemplateError("json_value finds no %r in its JSON (%s)" % (key, type(e).__name__)) from None


def _mage_secret_var(name, *_, **__):
    # As for an environment variable that is not set: there are no secrets yet.
    return None


def _aws_secret_var(secret_id, version_id=None, version_stage_label=None):
    from mage_ai.io.packages import load_package

    boto3 = load_package("boto3", "boto3", "read a secret of AWS")
    versions = {"VersionId": version_id, "VersionStage": version_stage_label}
    secret = boto3.client("secretsmanager").get_secret_value(
        SecretId=secret_id, **{name: value for name, value in versions.items() if value is not None}
    )
    return secret.get("SecretString") or secret.get("SecretBinary")


_FUNCTIONS = {
    "aws_secret_var": _aws_secret_var,
    "env_var": _env_var,
    "json_value": _json_value,
    "mage_secret_var": _mage_secret_var,
}
