"""A routine as an editor sees it: YAML 1.2, where a date is a text and `yes` is a word, held against the schema."""

from __future__ import annotations

import re
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """PyYAML's own rules are those of YAML 1.1."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith((":timestamp", ":bool"))]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def load(text: str) -> Any:  # noqa: ANN401 - YAML is anything
    """Load a document."""
    return yaml.load(text, _Loader)  # noqa: S506 - the loader is a safe one
