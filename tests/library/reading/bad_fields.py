"""Routines whose fields, ids and sizes are wrong."""

from __future__ import annotations

from tests.library.reading.documents import LIBRARY, Bad, with_exercise, with_own
from tests.library.reading.source import with_steps

BAD_FIELDS = {
    "a list for a routine": Bad("- a\n", ("1:1: the file is a list; expected the fields of a routine",)),
    "a word for a routine": Bad("hello\n", ('1:1: the file is "hello"; expected the fields of a routine',)),
    "nothing but a comment": Bad(
        "# nothing\n", ("1:1: the file is empty; expected fields, one on each line, such as name: My routine",)
    ),
    "an unknown field": Bad(
        with_steps("- exercise: hold", "colour: red\n"),
        (
            (
                '3:1: "colour" is not a field of a routine; expected one of format, name, summary, tags, author, '
                "source, frequency, until, equipment, avoid, instead, cautions, …"
            ),
        ),
    ),
    "a misspelt field": Bad(
        with_steps("- exercise: hold", "sumary: a\n"),
        (
            (
                '3:1: "sumary" is not a field of a routine; expected one of format, name, summary, tags, author, '
                "source, frequency, until, equipment, avoid, instead, cautions, …; did you mean summary?"
            ),
        ),
    ),
    "a misspelt field with mistakes of its own in it": Bad(
        "format: 1\nname: A\nstpes:\n  - exercise: hodl\n",
        (
            (
                '3:1: "stpes" is not a field of a routine; expected one of format, name, summary, tags, author, '
                "source, frequency, until, equipment, avoid, instead, cautions, …; did you mean steps?"
            ),
            '4:15: there is no exercise "hodl"; expected the id of an exercise; did you mean hold?',
        ),
    ),
    "a field twice, once misspelt": Bad(
        with_steps("- exercise: hold", "summary: a\nsumary: 7\n"),
        (
            (
                '4:1: "sumary" is not a field of a routine; expected one of format, name, summary, tags, author, '
                "source, frequency, until, equipment, avoid, instead, cautions, …; did you mean summary?"
            ),
        ),
    ),
    "no fields that are needed": Bad(
        "summary: a\n",
        (
            "1:1: a routine has no format; expected the line format: 1",
            "1:1: a routine has no name; expected the field name",
            "1:1: a routine has no steps; expected the field steps",
        ),
    ),
    "an empty name": Bad("format: 1\nname:\nsteps:\n  - exercise: hold\n", ("2:6: name is empty; expected a name",)),
    "no steps in the list": Bad("format: 1\nname: Mine\nsteps: []\n", ("3:8: steps has 0 items; expected at least 1",)),
    "a word for the steps": Bad(
        "format: 1\nname: Mine\nsteps: hold\n",
        ('3:8: steps is "hold"; expected a list: a hyphen and a space before each item',),
    ),
    "steps without hyphens": Bad(
        "format: 1\nname: Mine\nsteps:\n  exercise: hold\n",
        ("4:3: steps is a group of fields; expected a list: a hyphen and a space before each item",),
    ),
    "tags without brackets": Bad(
        with_steps("- exercise: hold", "tags: evening, floor\n"),
        ('3:7: tags is "evening, floor"; expected a list in brackets; did you mean [evening, floor]?',),
    ),
    "words that people use": Bad(
        with_steps("- {name: a, kind: Strength, position: on your back, work: 30s}"),
        (
            (
                '4:21: kind is "Strength"; expected one of self-massage, stretch, mobility, stabilisation, breathing, '
                "relaxation; did you mean stabilisation?"
            ),
            (
                '4:41: position is "on your back"; expected one of standing, walking, sitting, kneeling, '
                "hands-and-knees, supine, side-lying, prone; did you mean supine?"
            ),
        ),
    ),
    "a format in quotes": Bad(
        "format: '1'\nname: Mine\nsteps:\n  - exercise: hold\n", ('1:9: format is "1"; expected 1, without quotes',)
    ),
    "a later format": Bad(
        "format: 2\nname: Mine\ncolour: red\nsteps: []\n",
        (
            (
                "1:9: this file is in format 2, for a newer relaxtimer; expected format 1, or a newer relaxtimer "
                "that reads it"
            ),
        ),
    ),
    "format zero": Bad("format: 0\nname: Mine\nsteps:\n  - exercise: hold\n", ('1:9: format is "0"; expected 1',)),
    "an empty step": Bad(with_steps("-"), ("4:4: an item of steps is empty; expected the fields of a step",)),
    "a step of no fields": Bad(
        with_steps("- {}"),
        (
            (
                "4:5: nothing says what is done in this step; expected exercise, or name, kind, position for a "
                "step of your own"
            ),
            "4:5: nothing says how long it lasts; expected one of work, reps, breaths or parts",
        ),
    ),
    "a word for a step": Bad(with_steps("- hold"), ('4:5: an item of steps is "hold"; expected the fields of a step',)),
    "an unknown exercise": Bad(
        with_exercise("hodl"),
        ('4:16: there is no exercise "hodl"; expected the id of an exercise; did you mean hold?',),
        LIBRARY,
    ),
    "an exercise that is no id": Bad(
        with_exercise("Wall Ball"),
        (
            (
                '4:16: exercise is "Wall Ball"; expected an id: lower case letters and digits, with hyphens between; '
                "did you mean wall-ball?"
            ),
        ),
    ),
    "a step of one's own with a name alone": Bad(
        with_steps("- name: Own\n  work: 30s"),
        (("4:5: a step of your own has no kind and no position; expected name, kind and position, or exercise"),),
    ),
    "a step of one's own without a way of lasting": Bad(
        with_steps("- {name: Own, kind: stretch, position: supine}"),
        ("4:5: nothing says how long it lasts; expected one of work, reps, breaths or parts",),
    ),
    "an exercise field misspelt": Bad(
        with_steps("- exercize: hold"),
        (
            (
                '4:5: "exercize" is not a field of a step; expected one of exercise, name, kind, position, ends, '
                "work, reps, breaths, parts, about, tempo, breath, …; did you mean exercise?"
            ),
        ),
    ),
    "a misspelt kind": Bad(
        with_steps("- {name: Own, kind: strech, position: supine, work: 3s}"),
        (
            (
                '4:23: kind is "strech"; expected one of self-massage, stretch, mobility, stabilisation, '
                "breathing, relaxation; did you mean stretch?"
            ),
        ),
    ),
    "an unknown position": Bad(
        with_steps("- {name: Own, kind: stretch, position: floating, work: 3s}"),
        (
            (
                '4:42: position is "floating"; expected one of standing, walking, sitting, kneeling, hands-and-'
                "knees, supine, side-lying, prone"
            ),
        ),
    ),
    "a misspelt side": Bad(
        with_own("work: 3s, sides: eech"),
        ('4:67: sides is "eech"; expected one of each, left, right, both; did you mean each?',),
    ),
}
