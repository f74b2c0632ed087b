"""The file that `relaxtimer new NAME` writes: a short routine that runs as it is, and says how to go on."""

from __future__ import annotations

import re

LONGEST_NAME = 64

# Names that Windows keeps for devices, whatever suffix follows.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def proper_name(name: str) -> str:
    """Give the name nearest to this one that a routine file can have; empty where there is nothing near."""
    plain = re.sub(r"[^A-Za-z0-9]+", "-", name.removesuffix(".yaml").removesuffix(".yml"))
    plain = plain[:LONGEST_NAME].strip("-")
    return f"my-{plain}" if plain.lower() in _DEVICES else plain


def starter(name: str) -> str:
    """Give the text of a new routine file: comments, and every field that is often used."""
    words = name.replace("-", " ").strip()
    return _TEXT.replace("NAME", name).replace("TITLE", words[0].upper() + words[1:])


_TEXT = """\
# TITLE: a routine of your own. It runs as it is; change what you like.
#
#   relaxtimer check NAME     tells every mistake, with its line and column
#   relaxtimer show NAME      shows how it will run
#   relaxtimer NAME           runs it
#
# What follows a # is a note for you. Times are 45, 45s, 1m30s or 1:30; a bare number is seconds.

format: 1                     # always 1
name: TITLE
summary: Breathe out, loosen the back, stretch the hips, lie still.
tags: [my-own, floor]         # words to find it by
# author: Your physiotherapist
# frequency: twice a day
# until: 2030-12-31           # the last day it is meant for
# equipment: [mat]            # left out, it is gathered from the steps

cautions:                     # to be read before the start
  - Stop when anything hurts.

# For every step that does not say otherwise.
defaults:
  prepare: 10s                # time to get into place and to hear the words
  switch: 6s                  # time to change sides
  # rest: 5s                  # time to rest after a step
  # sounds: soft              # soft, clear, bells, ticks or silent

steps:

  # A step from the library. Its name, words, sides and cautions come along; whatever you write here goes before
  # what the library says.
  - exercise: long-exhale-breathing
    position: standing
    breaths: 3                # whole breaths, so that it ends on an out-breath

  # A step of your own: it has a name, a kind, a position and one way of lasting.
  - name: Shoulder rolls
    kind: mobility            # self-massage, stretch, mobility, stabilisation, breathing, relaxation
    position: standing        # standing, walking, sitting, kneeling, hands-and-knees, supine, side-lying, prone
    reps: 6                   # counted by ear, each as long as the tempo
    tempo: {up: 2s, down: 2s}
    say:                      # spoken and shown; short sentences are easy to follow
      - Lift the shoulders slowly.
      - Roll them back and down.
    breath-cue: In as they rise.
    easier: Make small circles.
    mistake: Pulling the head forward.

  # "sides: each" gives both sides the full time. {side} is spoken as left or right.
  - name: Hip stretch
    kind: stretch
    position: supine          # lying on the back
    sides: each               # each, left, right or both
    prepare: 25s              # more time here, to get down to the floor
    work: 30s                 # for each side
    shortest: 20s             # how far it may shrink or grow with --minutes
    longest: 60s
    say:
      - Lie on your back, knees bent.
      - "{side} ankle over the other knee."
      - Draw the knees in until it stretches.
    breath-cue: Out, and let go.
    # avoid: [surg]           # leave it out after surgery; `docs/format.md` lists the codes
    # instead: {preg: figure-four-seated}
    # optional: true          # may be left out when time is short

  # A block is repeated. The rest stands between the rounds.
  - repeat: 2
    rest: 10s
    steps:
      - exercise: pelvic-tilt
        prepare: 12s          # where breaths or repetitions are paced, all words come before them
        reps: 5

  # Parts are done one after another: spots of a massage, groups of muscles.
  - name: Let go
    kind: relaxation
    position: supine
    parts:
      - {name: Legs, say: Heavy on the floor., work: 20s}
      - {name: Back, say: Wide and soft., work: 20s}

  # A breath is in-hold-out-rest, in seconds.
  - name: Quiet breathing
    kind: breathing
    position: supine
    breath: 4-0-6-0
    breaths: 6
    say: Let the floor carry you.

# Said at the end: how to get up, what to do next.
after: Roll to one side and push up with your hands. Sit for a moment before you stand.
"""
