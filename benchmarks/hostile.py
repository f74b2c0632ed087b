"""Routine files that nobody should have to read: each has to be refused."""

from __future__ import annotations

MEBIBYTE = 1 << 20
_HEAD = "format: 1\nname: Hostile\nsteps:\n"
_STEP = "  - {name: Rest, kind: relaxation, position: supine, work: 30s}\n"
_BOMB = "".join(
    f"{after}: &{after} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)


def files() -> dict[str, bytes]:
    """Give every file by what is wrong with it."""
    texts = {
        "empty": "",
        "100,000 brackets": "[" * 100_000,
        "100,000 braces": "{a: " * 100_000,
        "100,000 dashes on a line": "- " * 100_000,
        "nested as deep as 1 MiB allows": "".join(f"{' ' * depth}a:\n" for depth in range(1_400)),
        "alias bomb": f"a: &a [{', '.join(['x'] * 10)}]\n{_BOMB}",
        "a tag": f"{_HEAD}{_STEP}x: !!python/object/apply:os.system [true]\n",
        "a key twice": f"{_HEAD}{_STEP}name: Again\n",
        "two documents": f"{_HEAD}{_STEP}---\n{_HEAD}{_STEP}",
        "control characters": f'{_HEAD}{_STEP}summary: "\\e]52;c;aGVsbG8=\\e\\\\"\n',
        "control characters, raw": f"{_HEAD}{_STEP}summary: \x9b31m\x00\n",
        "bidi characters": f"{_HEAD}{_STEP}summary: a\u202eb\u2066c\n",
        "wrong types": "format: [1]\nname: {a: b}\nsteps: yes\ntags: 3\n",
        "misspelt fields": f"{_HEAD}{_STEP.replace('work', 'wrok').replace('kind', 'knid')}",
        "misspelt values": f"{_HEAD}{_STEP.replace('supine', 'supin').replace('relaxation', 'relaxtion')}",
        "an exercise that is not there": f"{_HEAD}  - exercise: pelvic-tlit\n",
        "a placeholder that is not there": f"{_HEAD}{_STEP.replace('30s', '30s, say: The {sied} knee')}",
        "a condition that is not there": f"{_HEAD}{_STEP}avoid: [pregg]\n",
        "not a number of seconds": f"{_HEAD}{_STEP.replace('30s', '.nan')}{_STEP.replace('30s', '.inf')}",
        "a billion seconds": f"{_HEAD}{_STEP.replace('30s', '1000000000')}",
        "a million rounds": f"{_HEAD}  - repeat: 1000000\n    steps:\n    {_STEP}",
        "rounds within rounds": f"{_HEAD}{_rounds()}",
        "a million digits": f"{_HEAD}{_STEP.replace('30s', '9' * 1_000_000)}",
        "900 kB of colons": f"{_HEAD}{_STEP.replace('30s', ':' * 900_000)}",
        "900 kB of comments": "# nothing\n" * 90_000 + _HEAD,
        "900 kB of question marks": "? " * 450_000,
        "a sound outside the folder": f"{_HEAD}{_STEP.replace('30s', '30s, sounds: {end: ../../etc/passwd.wav}')}",
        "a sound that is not there": f"{_HEAD}{_STEP.replace('30s', '30s, sounds: {end: gone.wav}')}",
        "2,000 steps, each with mistakes": _HEAD + _STEP.replace("work", "wrok").replace("supine", "supin") * 2_000,
        "3,000 steps": _HEAD + _STEP * 3_000,
        "15,000 fields that are none": "".join(f"sumary{number}: x\n" for number in range(15_000)),
        "3,000 exercises that are not there": _HEAD + "".join(f"  - exercise: pelvic-tilt-{n}\n" for n in range(3_000)),
        "30,000 empty lists": f"[{'[], ' * 30_000}]",
        "1 MiB of words": f"{_HEAD}{_STEP.replace('30s', '30s, say: ' + 'very ' * 180_000)}",
        "1 MiB in one key": f"{'k' * (MEBIBYTE - 10)}: 1\n",
    }
    return {name: text.encode() for name, text in texts.items()} | {
        "5 MB": b"a" * 5_000_000,
        "not UTF-8": _HEAD.encode() + b"  - name: \xff\xfe\n",
        "UTF-16": (_HEAD + _STEP).encode("utf-16"),
        "1 MiB of noise": bytes((number * 7_919 + number // 251) % 256 for number in range(MEBIBYTE)),
    }


def _rounds() -> str:
    return (
        "".join(f"{'  ' * (2 * depth + 1)}- repeat: 99\n{'  ' * (2 * depth + 2)}steps:\n" for depth in range(6))
        + f"{'  ' * 12}{_STEP}"
    )
