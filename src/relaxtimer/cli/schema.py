"""`relaxtimer schema`: the JSON Schema of the routine file."""

from __future__ import annotations

import argparse
import json
from typing import TextIO


def schema(options: argparse.Namespace, out: TextIO) -> int:  # noqa: ARG001 - it takes none
    """Print the schema, for editors."""
    from relaxtimer.library.schema import schema as made

    json.dump(made(), out, indent=2)
    out.write("\n")
    return 0
