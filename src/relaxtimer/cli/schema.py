"""`relaxtimer schema`: the JSON Schemas of routines, files of exercises and plans."""

from __future__ import annotations

import argparse
import json
from typing import TextIO


def schema(options: argparse.Namespace, out: TextIO) -> int:
    """Print the schema, for editors."""
    from relaxtimer.library import schema as schemas

    made = schemas.exercises_schema if options.exercises else schemas.plans_schema if options.plans else schemas.schema
    json.dump(made(), out, indent=2)
    out.write("\n")
    return 0
