"""Letters of pixels, five wide and seven high, for words that are read from across a room or drawn on their side.

Capitals only. Accents are left off; what has no picture here cannot be drawn, and the caller writes it as text instead.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from relaxtimer.tui.colours import LEVELS
from relaxtimer.tui.pixels import Grid, beside

HEIGHT = 7

_PICTURES = (
    """
    A     B     C     D     E     F     G     H     I     J     K     L     M     N
    .###. ####. .#### ####. ##### ##### .#### #...# ###   ..### #...# #.... #...# #...#
    #...# #...# #.... #...# #.... #.... #.... #...# .#.   ...#. #..#. #.... ##.## ##..#
    #...# #...# #.... #...# #.... #.... #.... #...# .#.   ...#. #.#.. #.... #.#.# #.#.#
    ##### ####. #.... #...# ####. ####. #..## ##### .#.   ...#. ##... #.... #.#.# #..##
    #...# #...# #.... #...# #.... #.... #...# #...# .#.   ...#. #.#.. #.... #...# #...#
    #...# #...# #.... #...# #.... #.... #...# #...# .#.   #..#. #..#. #.... #...# #...#
    #...# ####. .#### ####. ##### #.... .#### #...# ###   .##.. #...# ##### #...# #...#
    """,
    """
    O     P     Q     R     S     T     U     V     W     X     Y     Z
    .###. ####. .###. ####. .#### ##### #...# #...# #...# #...# #...# #####
    #...# #...# #...# #...# #.... ..#.. #...# #...# #...# #...# #...# ....#
    #...# #...# #...# #...# #.... ..#.. #...# #...# #...# .#.#. .#.#. ...#.
    #...# ####. #...# ####. .###. ..#.. #...# #...# #.#.# ..#.. ..#.. ..#..
    #...# #.... #.#.# #.#.. ....# ..#.. #...# #...# #.#.# .#.#. ..#.. .#...
    #...# #.... #..#. #..#. ....# ..#.. #...# .#.#. ##.## #...# ..#.. #....
    .###. #.... .##.# #...# ####. ..#.. .###. ..#.. #...# #...# ..#.. #####
    """,
    """
    -     .     ,     '     /     &     (     )     :     !     ?     +
    ...   .     ..    #     ....# .##.. .#    #.    .     #     .###. .....
    ...   .     ..    #     ....# #..#. #.    .#    #     #     #...# ..#..
    ...   .     ..    .     ...#. #.#.. #.    .#    .     #     ....# ..#..
    ###   .     ..    .     ..#.. .#... #.    .#    .     #     ...#. #####
    ...   .     .#    .     .#... #.#.# #.    .#    .     #     ..#.. ..#..
    ...   .     .#    .     #.... #..#. #.    .#    #     .     ..... ..#..
    ...   #     #.    .     #.... .##.# .#    #.    .     #     ..#.. .....
    """,
    """
    0     1     2     3     4     5     6     7     8     9
    .###. .#.   .###. ####. ...#. ##### .###. ##### .###. .###.
    #...# ##.   #...# ....# ..##. #.... #.... ....# #...# #...#
    #...# .#.   ....# ....# .#.#. ####. #.... ...#. #...# #...#
    #...# .#.   ..##. .###. #..#. ....# ####. ..#.. .###. .####
    #...# .#.   .#... ....# ##### ....# #...# ..#.. #...# ....#
    #...# .#.   #.... ....# ...#. #...# #...# .#... #...# ....#
    .###. ###   ##### ####. ...#. .###. .###. .#... .###. .###.
    """,
)
_MARKS = """
    ;  %     =     "   °    *     [  ]  _    ↑       ↓
    .. ##..# ..... #.# .##. ..... ## ## .... ...#... ..###..
    .# ##..# ..... #.# #..# #.#.# #. .# .... ..###.. ..###..
    .. ...#. ##### ... #..# .###. #. .# .... .#####. ..###..
    .. ..#.. ..... ... .##. ##### #. .# .... ####### ..###..
    .. .#... ##### ... .... .###. #. .# .... ..###.. #######
    .# #..## ..... ... .... #.#.# #. .# .... ..###.. .#####.
    #. #..## ..... ... .... ..... ## ## #### ..###.. ..###..
"""
_ARROWS = """
    ←        →
    ...#.... ....#...
    ..##.... ....##..
    .####### #######.
    ######## ########
    .####### #######.
    ..##.... ....##..
    ...#.... ....#...
"""
_SPACE_WIDTH = 3
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("’‘", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("–−—", "-"),
        "\N{FRACTION SLASH}": "/",
        "×": "x",
        "ß": "S",
        "ø": "o",
        "Ø": "O",
        "æ": "a",
    }
)


@lru_cache(1)
def font() -> dict[str, Grid]:
    """Give every letter there is a picture of."""
    found: dict[str, Grid] = {" ": (bytes(_SPACE_WIDTH),) * HEIGHT}
    for picture in (*_PICTURES, _MARKS, _ARROWS):
        found |= read(picture)
    return found


def read(picture: str) -> dict[str, Grid]:
    """Read letters from a picture of them: their names, then their rows of pixels."""
    names, *rows = (line.split() for line in picture.strip().splitlines())
    return {
        name: tuple(bytes(LEVELS if dot == "#" else 0 for dot in row[place]) for row in rows)
        for place, name in enumerate(names)
    }


def spelt(text: str) -> str:
    """Give the text as it can be drawn: capitals without accents; empty where a letter has no picture."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    capitals = bare.translate(_ALIKE).upper()
    return capitals if all(letter in font() for letter in capitals) else ""


def side(name: str) -> Grid:
    """Draw "left" or "right", with an arrow at the end it points to."""
    letters = word(name.upper())
    return beside((word("←"), letters) if name == "left" else (letters, word("→")), 2)


@lru_cache(256)
def word(spelling: str) -> Grid:
    """Draw a spelling, as `spelt` gives it."""
    return beside((font()[letter] for letter in spelling), 1) if spelling else (b"",) * HEIGHT
