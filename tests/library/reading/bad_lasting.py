"""Routines whose steps last in a way that is wrong."""

from __future__ import annotations

from tests.library.reading.documents import (
    ARITHMETIC,
    JSON,
    LAYERS,
    NAMES,
    TEXT_TIME,
    TIME,
    Bad,
    with_exercise,
    with_own,
)

BAD_LASTING = {
    "two ways of lasting": Bad(
        with_own("work: 3s, reps: 3, tempo: {up: 1s}"),
        ("4:60: work and reps stand together; expected one way of lasting: work, reps, breaths or parts",),
    ),
    "three ways of lasting": Bad(
        with_own("work: 3s, breaths: 3, breath: 4-6, parts: [{name: a, work: 3s}]"),
        (
            (
                "4:60: work and breaths and parts stand together; expected one way of lasting: work, reps, "
                "breaths or parts"
            ),
        ),
    ),
    "parts until ready": Bad(
        with_own("work: until-ready, about: 3s, parts: [{name: a}]"),
        ("4:80: work and parts stand together; expected one way of lasting: work, reps, breaths or parts",),
    ),
    "until ready without about": Bad(
        with_own("work: until-ready"), ("4:56: until-ready has no about; expected about: 60s, for the totals",)
    ),
    "until ready misspelt": Bad(
        with_own("work: until-redy, about: 60s"),
        (f'4:56: work is "until-redy"; {TIME}, or until-ready; did you mean until-ready?',),
    ),
    "about beside a time": Bad(
        with_own("work: 3s, about: 3s"),
        ("4:60: about has no effect here; expected it beside work: until-ready",),
        LAYERS,
    ),
    "bounds of no length": Bad(
        with_own("work: until-ready, about: 60s, shortest: 30s"),
        ("4:81: shortest has no effect here; expected it beside a length that is known",),
        LAYERS,
    ),
    "a time in words": Bad(with_own("work: 45 seconds"), (f'4:56: work is "45 seconds"; {TIME}; did you mean 45s?',)),
    "no time at all": Bad(with_own("work: soon"), (f'4:56: work is "soon"; {TIME}, or until-ready',)),
    "a time that is not a number": Bad(with_own("work: .nan"), (f'4:56: work is ".nan"; {TIME}',), JSON),
    "a time without end": Bad(with_own("work: .inf"), (f'4:56: work is ".inf"; {TIME}',)),
    "a negative time": Bad(with_own("work: -5s"), (f'4:56: work is "-5s"; {TIME}',)),
    "a negative number": Bad(with_own("work: -5"), (f'4:56: work is "-5"; {TIME}',)),
    "no time": Bad(with_own("work: 0"), ('4:56: work is "0"; expected a time of more than 0s and at most 6h',)),
    "no time with a unit": Bad(
        with_own("work: 0s"), ('4:56: work is "0s"; expected a time of more than 0s and at most 6h',)
    ),
    "a billion seconds": Bad(
        with_own("work: 1000000000"), ('4:56: work is "1000000000"; expected a time of more than 0s and at most 6h',)
    ),
    "a billion seconds with a unit": Bad(
        with_own("work: 1000000000s"),
        ('4:56: work is "1000000000s"; expected a time of more than 0s and at most 6h',),
        TEXT_TIME,
    ),
    "seven hours": Bad(
        with_own("work: 7h"), ('4:56: work is "7h"; expected a time of more than 0s and at most 6h',), TEXT_TIME
    ),
    "less than a millisecond": Bad(
        with_own("work: 0.0001"), ('4:56: work is "0.0001"; expected a time in whole milliseconds',), ARITHMETIC
    ),
    "parts of a millisecond": Bad(
        with_own("work: 1.000005m"), ('4:56: work is "1.000005m"; expected a time in whole milliseconds',), ARITHMETIC
    ),
    "sixty seconds in a clock": Bad(with_own("work: 1:60"), (f'4:56: work is "1:60"; {TIME}',)),
    "an empty time": Bad(with_own("work: ~"), (f"4:56: work is empty; {TIME}",)),
    "a list of times": Bad(with_own("work: [3s]"), (f"4:56: work is a list; {TIME}",)),
    "a group for a time": Bad(with_own("work: {a: 3s}"), (f"4:56: work is a group of fields; {TIME}",)),
    "a negative prepare": Bad(with_own("work: 3s, prepare: -1"), (f'4:69: prepare is "-1"; {TIME}',)),
    "reps without a tempo": Bad(
        with_own("reps: 3"), ("4:50: reps has no tempo; expected tempo: {up: 2s, down: 2s}",), LAYERS
    ),
    "no reps": Bad(
        with_own("reps: 0, tempo: {up: 1s}"), ('4:56: reps is "0"; expected a whole number from 1 to 1,000',)
    ),
    "half a rep": Bad(
        with_own("reps: 2.5, tempo: {up: 1s}"), ('4:56: reps is "2.5"; expected a whole number from 1 to 1,000',)
    ),
    "reps in quotes": Bad(
        with_own("reps: '3', tempo: {up: 1s}"),
        ('4:56: reps is "3"; expected a whole number from 1 to 1,000, without quotes',),
    ),
    "too many reps": Bad(
        with_own("reps: 1001, tempo: {up: 1s}"), ('4:56: reps is "1001"; expected a whole number from 1 to 1,000',)
    ),
    "reps with a unit": Bad(
        with_own("reps: 3x, tempo: {up: 1s}"), ('4:56: reps is "3x"; expected a whole number from 1 to 1,000',)
    ),
    "breaths without a breath": Bad(
        with_own("breaths: 3"), ("4:50: breaths has no breath; expected breath: 4-0-6-0, or the name of one",), LAYERS
    ),
    "an unknown breath": Bad(
        with_own("breaths: 3, breath: slwo"),
        ('4:70: there is no breath "slwo"; expected the name of a breath, or 4-0-6-0; did you mean slow?',),
        NAMES,
    ),
    "a breath of nothing": Bad(
        with_own("breaths: 3, breath: 0-0-0-0"),
        ('4:70: breath is "0-0-0-0"; expected an in-breath and an out-breath that are not 0',),
        ARITHMETIC,
    ),
    "a breath without an out-breath": Bad(
        with_own("breaths: 3, breath: 4-4-0"),
        ('4:70: breath is "4-4-0"; expected an in-breath and an out-breath that are not 0',),
        ARITHMETIC,
    ),
    "breath phases out of bounds": Bad(
        with_own("breaths: 3, breath: 0.2-0-61-0"),
        ('4:70: breath is "0.2-0-61-0": in 0.2s, out 61s; expected phases from 0.5s to 60s',),
        ARITHMETIC,
    ),
    "five numbers for a breath": Bad(
        with_own("breaths: 3, breath: 1-2-3-4-5"),
        (
            (
                '4:70: breath is "1-2-3-4-5"; expected a breath such as 4-0-6-0 (in, hold, out, rest: seconds), '
                "its name, or a list of phases"
            ),
        ),
    ),
    "a breath that is a time": Bad(
        with_own("breaths: 3, breath: 4s"),
        (
            (
                '4:70: breath is "4s"; expected a breath such as 4-0-6-0 (in, hold, out, rest: seconds), its '
                "name, or a list of phases"
            ),
        ),
    ),
    "half a breath in phases": Bad(
        with_own("breaths: 3, breath: [{in: 3s}, {hold: 1s}]"),
        ("4:70: breath is only half a breath; expected at least one phase of in and one of out",),
        ARITHMETIC,
    ),
    "an unknown phase of breath": Bad(
        with_own("breaths: 3, breath: [{inn: 3s}, {out: 1s}]"),
        ('4:72: "inn" is not a phase here; expected one of in, hold, out, rest; did you mean in?',),
    ),
    "two times in one phase": Bad(
        with_own("breaths: 3, breath: [{in: 3s, out: 1s}]"),
        (
            (
                "4:71: a phase of breath with 2 times; expected one of in, hold, out, rest with its time, and say"
                " where it has words"
            ),
        ),
    ),
    "a phase with words alone": Bad(
        with_own("breaths: 3, breath: [{in: 3s}, {say: and}, {out: 1s}]"),
        (
            (
                "4:81: a phase of breath with 0 times; expected one of in, hold, out, rest with its time, and say"
                " where it has words"
            ),
        ),
    ),
    "a breath of no phases": Bad(
        with_own("breaths: 3, breath: []"), ("4:70: breath has 0 phases; expected 1 to 20 phases",)
    ),
    "a group for a breath": Bad(
        with_own("breaths: 3, breath: {in: 3, out: 3}"),
        (
            (
                "4:70: breath is a group of fields; expected a breath such as 4-0-6-0 (in, hold, out, rest: "
                "seconds), its name, or a list of phases"
            ),
        ),
    ),
    "tempo phases out of bounds": Bad(
        with_own("reps: 3, tempo: {up: 0.1s, down: 70}"),
        (
            '4:71: up is "0.1s"; expected a time of at least 0.5s and at most 1m',
            '4:83: down is "70"; expected a time of at least 0.5s and at most 1m',
        ),
    ),
    "a misspelt tempo phase": Bad(
        with_own("reps: 3, tempo: {up: 1s, dwn: 1s}"),
        ('4:75: "dwn" is not a phase here; expected one of up, hold, down, rest; did you mean down?',),
    ),
    "an empty tempo": Bad(with_own("reps: 3, tempo: {}"), ("4:66: tempo has 0 phases; expected 1 to 20 phases",)),
    "a word for a tempo": Bad(
        with_own("reps: 3, tempo: slow"),
        (('4:66: tempo is "slow"; expected phases of up, hold, down, rest: a list such as [{up: 2s}, {down: 2s}]'),),
    ),
    "a tempo that nothing uses": Bad(
        with_own("work: 30s, tempo: {up: 1s}"), ("4:61: tempo has no effect here; expected it beside reps",), LAYERS
    ),
    "a breath that nothing uses": Bad(
        with_own("reps: 3, tempo: {up: 1s}, breath: slow"),
        ("4:76: breath has no effect here; expected it beside breaths or work",),
        LAYERS,
    ),
    "a breath longer than its time": Bad(
        with_own("work: 5s, breath: slow"), ("4:68: a breath of 10s does not fit; expected at most 5s",), ARITHMETIC
    ),
    "a shortest over the length": Bad(
        with_own("work: 45s, shortest: 50s"),
        ("4:71: shortest is 50s, and the length 45s; expected at most 45s",),
        ARITHMETIC,
    ),
    "a longest under the length": Bad(
        with_own("work: 45s, shortest: 10s, longest: 30s"),
        ("4:85: longest is 30s, and the length 45s; expected at least 45s",),
        ARITHMETIC,
    ),
    "a time for a bound of reps": Bad(
        with_own("reps: 3, tempo: {up: 1s}, shortest: 2s"),
        ("4:86: shortest is 2s; expected a number of reps from 1 to 1,000, as the step lasts in reps",),
        ARITHMETIC,
    ),
    "a bound over the length of an exercise": Bad(
        with_exercise("hold, shortest: 40s"),
        ("4:32: shortest is 40s, and the length 30s; expected at most 30s",),
        LAYERS,
    ),
    "a time for a bound of breaths of an exercise": Bad(
        with_exercise("calm, longest: 2m"),
        ("4:31: longest is 2m; expected a number of breaths from 1 to 1,000, as the step lasts in breaths",),
        LAYERS,
    ),
    "no parts": Bad(with_own("parts: []"), ("4:57: parts has 0 items; expected at least 1",)),
    "a part without a name": Bad(
        with_own("parts: [{work: 3s}]"), ("4:58: a part has no name; expected the field name",)
    ),
    "a part without a time": Bad(
        with_own("parts: [{name: a}]"),
        ("4:58: nothing says how long the part lasts; expected work, reps or breaths, or work beside parts",),
        ARITHMETIC,
    ),
    "a part with two times": Bad(
        with_own("tempo: {up: 1s}, parts: [{name: a, work: 3s, reps: 3}]"),
        ("4:95: work and reps stand together; expected one of work, reps or breaths",),
    ),
    "parts of which one has no time": Bad(
        with_own("work: 30s, parts: [{name: a, work: 3s}, {name: b}]"),
        ("4:90: nothing says how long the part lasts; expected work, as the other parts have",),
        ARITHMETIC,
    ),
    "too little time for the parts": Bad(
        with_own("work: 1s, parts: [{name: a}, {name: b}]"),
        ("4:56: work is 1s, too short for 2 parts; expected at least 2s, a second for each part",),
        ARITHMETIC,
    ),
    "work for parts in reps": Bad(
        with_exercise("groups, work: 2m"),
        (
            (
                "4:30: work cannot be shared between parts that last in reps or breaths; expected parts with "
                "work, or none"
            ),
        ),
        LAYERS,
    ),
    "bounds for parts in reps": Bad(
        with_exercise("groups, shortest: 1m"),
        (("4:24: shortest has no effect on parts that last in reps or breaths; expected parts that last in work"),),
        LAYERS,
    ),
    "parts in reps without a tempo": Bad(
        with_own("parts: [{name: a, reps: 3}]"),
        ("4:68: reps has no tempo; expected tempo beside parts, such as tempo: {up: 2s, down: 2s}",),
        ARITHMETIC,
    ),
    "an unknown field of a part": Bad(
        with_own("parts: [{nam: a, work: 3s}]"),
        (
            (
                '4:59: "nam" is not a field of a part; expected one of name, say, prepare, work, reps, breaths; '
                "did you mean name?"
            ),
        ),
    ),
    "a bound too short for the parts": Bad(
        with_own("work: 60s, shortest: 1s, parts: [{name: a}, {name: b}]"),
        ("4:71: at 1s there is not a second for each part; expected at least 2s for these parts",),
        ARITHMETIC,
    ),
    "parts in breaths without a breath": Bad(
        with_own("parts: [{name: a, breaths: 3}]"),
        ("4:68: breaths has no breath; expected breath beside parts, such as breath: 4-0-6-0",),
        ARITHMETIC,
    ),
    "a time for a phase": Bad(
        with_own("breaths: 3, breath: [3s]"),
        (
            (
                '4:71: a phase of breath is "3s"; expected one of in, hold, out, rest with its time, and say where '
                "it has words"
            ),
        ),
    ),
}
