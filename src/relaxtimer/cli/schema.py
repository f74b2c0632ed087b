"""`relaxtimer schema`: the JSON Schema of the routine file."""

from __future__ import annotations

import argparse
import json
from typing import TextIO


def schema(options: argparse.Namespace, out: TextIO) -> int:
    """Print the schema, for editors."""
    from relaxtimer.library import schema as schemas

    json.dump(schemas.exercises_schema() if options.exercises else schemas.schema(), out, indent=2)
    out.write("\n")
    return 0
