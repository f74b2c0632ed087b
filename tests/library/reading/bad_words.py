"""Routines whose words, codes and sounds are wrong."""

from __future__ import annotations

from tests.library.reading.documents import (
    ARITHMETIC,
    CODES,
    DISK,
    LAYERS,
    LIBRARY,
    NAMES,
    SIDED,
    SYNTAX,
    Bad,
    with_exercise,
    with_own,
)
from tests.library.reading.source import with_steps

BAD_WORDS = {
    "a side in words without sides": Bad(
        with_own("work: 3s, say: [Breathe., 'The {side} knee.']"),
        ("4:76: the words name a side, and there is none; expected words without a side, or sides: each",),
        SIDED,
    ),
    "a misspelt placeholder": Bad(
        with_own("work: 3s, sides: each, say: 'The {sid} knee.'"),
        ('4:78: say has the placeholder "{sid}"; expected {side} or {other_side}; did you mean {side}?',),
        SIDED,
    ),
    "a brace alone": Bad(
        with_own("work: 3s, sides: each, say: 'The {side knee.'"),
        ("4:78: say has a { without its partner; expected {side} or {other_side}",),
        SIDED,
    ),
    "a placeholder in a name": Bad(
        with_steps("- {name: '{side} hip', kind: stretch, position: supine, work: 3s, sides: each}"),
        ("4:12: name has the placeholder {side}; expected words without a side",),
        SIDED,
    ),
    "an exercise that names a side made both": Bad(
        with_exercise("hold, sides: both"),
        (
            (
                "4:29: the step has no sides, and the words of its exercise name one; expected sides: each, left "
                "or right, or words of the step's own"
            ),
        ),
        LAYERS,
    ),
    "words with a placeholder for an exercise without sides": Bad(
        with_exercise("calm, say: 'The {side} lung.'"),
        ("4:27: the words name a side, and there is none; expected words without a side, or sides: each",),
        LAYERS,
    ),
    "a misspelt code": Bad(
        with_own("work: 3s, avoid: [pregg, osteo]"),
        (f'4:68: an item of avoid is "pregg"; {CODES}; did you mean preg?',),
    ),
    "an unknown code with words": Bad(
        with_own("work: 3s, adapt: {pragnent: Slowly.}"), (f'4:68: the condition code is "pragnent"; {CODES}',)
    ),
    "an unknown substitute": Bad(
        with_own("work: 3s, instead: {preg: clam}"),
        ('4:76: there is no exercise "clam"; expected the id of an exercise; did you mean calm?',),
        LIBRARY,
    ),
    "a substitute that is avoided too": Bad(
        with_own("work: 3s, instead: {preg: hold}"),
        ('4:76: "hold" is itself avoided for preg; expected an exercise that does not avoid preg',),
        LIBRARY,
    ),
    "a substitute that is the same": Bad(
        with_exercise("calm, instead: {preg: calm}"),
        ('4:38: "calm" is offered instead of itself; expected another exercise',),
        LIBRARY,
    ),
    "an unknown routine instead": Bad(
        with_steps("- exercise: hold", "instead: {preg: lower-bak}\n"),
        ('3:17: there is no routine "lower-bak"; expected the name of a routine; did you mean lower-back?',),
        LIBRARY,
    ),
    "the routine instead of itself": Bad(
        with_steps("- exercise: hold", "instead: {preg: mine}\n"),
        ('3:17: "mine" is offered instead of itself; expected another routine',),
        LIBRARY,
    ),
    "yes for true": Bad(
        with_own("work: 3s, optional: yes"), ('4:70: optional is "yes"; expected true or false; did you mean true?',)
    ),
    "a priority of ten": Bad(
        with_own("work: 3s, priority: 10"), ('4:70: priority is "10"; expected a whole number from 1 to 9',)
    ),
    "a volume of 101": Bad(
        with_own("work: 3s, volume: 101"), ('4:68: volume is "101"; expected a whole number from 0 to 100',)
    ),
    "a day that does not exist": Bad(
        with_steps("- exercise: hold", "until: 2026-02-30\n"),
        ('3:8: until is "2026-02-30", a day that does not exist; expected a date such as 2026-12-31',),
        ARITHMETIC,
    ),
    "a date in words": Bad(
        with_steps("- exercise: hold", "until: tomorrow\n"),
        ('3:8: until is "tomorrow"; expected a date such as 2026-12-31',),
    ),
    "a tag in capitals": Bad(
        with_steps("- exercise: hold", "tags: [Lower Back]\n"),
        (
            (
                '3:8: an item of tags is "Lower Back"; expected a tag: lower case letters and digits, with '
                "hyphens between; did you mean lower-back?"
            ),
        ),
    ),
    "a claim of another kind": Bad(
        with_steps("- exercise: hold", "answers: [B1]\n"),
        ('3:11: an item of answers is "B1"; expected a claim such as A1',),
    ),
    "a block without rounds": Bad(
        with_steps("- steps:\n    - exercise: hold"), ("4:5: a repeat block has no repeat; expected the field repeat",)
    ),
    "a block without steps": Bad(
        with_steps("- repeat: 3"), ("4:5: a repeat block has no steps; expected the field steps",)
    ),
    "a block of no rounds": Bad(
        with_steps("- repeat: 0\n  steps:\n    - exercise: hold"),
        ('4:13: repeat is "0"; expected a whole number from 1 to 2,000',),
    ),
    "an exercise in a block": Bad(
        with_steps("- repeat: 3\n  exercise: hold\n  steps:\n    - exercise: hold"),
        (
            (
                '5:5: "exercise" is not a field of a repeat block; expected one of repeat, steps, rest, optional,'
                " priority"
            ),
        ),
    ),
    "a million rounds": Bad(
        with_steps("- repeat: 1000000\n  steps:\n    - exercise: hold"),
        ('4:13: repeat is "1000000"; expected a whole number from 1 to 2,000',),
    ),
    "as many rounds as there may be, of more than one segment each": Bad(
        with_steps("- repeat: 2000\n  steps:\n    - exercise: hold"),
        ("4:13: the routine has 8,000 segments (prepares, works, changes of side, rests); expected at most 2,000",),
        ARITHMETIC,
    ),
    "more rounds than can be counted": Bad(
        with_steps("- repeat: 99999999999999999999\n  steps:\n    - exercise: hold"),
        ('4:13: repeat is "99999999999999999999"; expected a whole number from 1 to 2,000',),
    ),
    "six hours and a bit": Bad(
        with_steps(
            "- {name: Own, kind: stretch, position: supine, prepare: 0, work: 3h}\n"
            "- {name: Own, kind: stretch, position: supine, prepare: 1s, work: 3h}"
        ),
        ("3:1: the routine has a length of 6 h 0 min 1 s; expected at most 6 hours",),
        ARITHMETIC,
    ),
    "a sound profile misspelt": Bad(
        with_own("work: 3s, sounds: sofft"),
        ('4:68: sounds is "sofft"; expected one of soft, clear, bells, ticks, silent; did you mean soft?',),
    ),
    "an unknown event": Bad(
        with_own("work: 3s, sounds: {hlaf: soft}"),
        (
            (
                '4:69: "hlaf" is not an event; expected profile, or one of lead-in, step, instruction, begin, '
                "breath-cue, part, half, ending, switch, ready, breath-in, breath-hold, breath-out, breath-rest, "
                "tempo-up, tempo-hold, tempo-down, tempo-rest, rest, next, end; did you mean half?"
            ),
        ),
    ),
    "a sound file that is not there": Bad(
        with_own("work: 3s, sounds: {half: bell.wav}"),
        ('4:75: half is "bell.wav", which is not there; expected a file that is there, beside the routine',),
        DISK,
    ),
    "a sound file outside the folder": Bad(
        with_own("work: 3s, sounds: {half: ../bell.wav}"),
        (
            (
                '4:75: half is "../bell.wav", a path that leaves the folder; expected the path of a sound file '
                "(.wav, .flac, .ogg, .mp3) inside the routine's folder"
            ),
        ),
        DISK,
    ),
    "a sound file from the root": Bad(
        with_own("work: 3s, sounds: {half: /bell.wav}"),
        (
            (
                '4:75: half is "/bell.wav", a path from the root; expected the path of a sound file (.wav, .flac,'
                " .ogg, .mp3) inside the routine's folder"
            ),
        ),
        DISK,
    ),
    "a sound file of another kind": Bad(
        with_own("work: 3s, sounds: {half: bell.exe}"),
        ('4:75: half is "bell.exe", no sound file by its ending; expected one of .wav, .flac, .ogg, .mp3',),
    ),
    "an unknown default": Bad(
        with_steps("- exercise: hold", "defaults: {work: 3s}\n"),
        (
            (
                '3:12: "work" is not a field of defaults; expected one of prepare, switch, rest, tempo, breath, '
                "sounds, volume"
            ),
        ),
    ),
    "an unknown breath in the defaults": Bad(
        with_steps("- exercise: hold", "defaults: {breath: slwo}\n"),
        ('3:20: there is no breath "slwo"; expected the name of a breath, or 4-0-6-0; did you mean slow?',),
        NAMES,
    ),
    "a long name": Bad(
        with_steps(
            "- exercise: hold",
            f"author: {'x' * 101}\n",
        ),
        ("3:9: author has 101 characters; expected at most 100",),
    ),
    "a long sentence": Bad(
        with_own(f"work: 3s, say: {'x' * 501}"),
        ("4:65: say has 501 characters; expected at most 500",),
    ),
    "a blank sentence": Bad(with_own("work: 3s, say: ' '"), ("4:65: say is empty; expected a sentence",)),
    "a group for a sentence": Bad(
        with_own("work: 3s, say: {a: b}"), ("4:65: say is a group of fields; expected a sentence",)
    ),
    "a field twice": Bad(
        with_steps("- exercise: hold", "author: a\nauthor: b\n"),
        ('4:1: "author" is here twice, first on line 3; expected each field once',),
        SYNTAX,
    ),
    "nothing for a kind, a tag and a flag": Bad(
        with_steps("- {name: Own, kind: , position: supine, work: 3s, optional: ~}", "tags: [null]\n"),
        (
            "3:8: an item of tags is empty; expected a tag: lower case letters and digits, with hyphens between",
            (
                "5:23: kind is empty; expected one of self-massage, stretch, mobility, stabilisation, breathing, "
                "relaxation"
            ),
            "5:63: optional is empty; expected true or false",
        ),
    ),
    "a list for codes with words": Bad(
        with_own("work: 3s, adapt: [a]"),
        ("4:67: adapt is a list; expected a group of condition codes, each with its value",),
    ),
    "a list for sounds": Bad(
        with_own("work: 3s, sounds: [soft]"),
        (
            (
                "4:68: sounds is a list; expected a profile (soft, clear, bells, ticks, silent), or events with a "
                "sound file each"
            ),
        ),
    ),
    "a list for a sound file": Bad(
        with_own("work: 3s, sounds: {half: [a.wav]}"),
        (
            (
                "4:75: half is a list; expected the path of a sound file (.wav, .flac, .ogg, .mp3) inside the "
                "routine's folder"
            ),
        ),
    ),
}
