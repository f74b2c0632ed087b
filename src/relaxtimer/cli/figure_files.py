"""Figures in files: frames and contact sheets, as SVG or as PNG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from relaxtimer.cli.failure import FAILED, WRONG_USAGE, Failure
from relaxtimer.figure.film import Shot
from relaxtimer.figure.palette import DARK, LIGHT, Palette
from relaxtimer.figure.shown import Shown
from relaxtimer.notation.characters import escaped

_NO_PILLOW = "drawing PNG takes Pillow: pip install pillow (or the extra: pip install '.[pictures]'); SVG needs nothing"


def write_sheet(shown: Sequence[Shown], path: Path, *, light: bool) -> Path:
    """Write a contact sheet, of the kind that the name of the file asks for. Raises `Failure` where that fails."""
    palette = LIGHT if light else DARK
    if not shown:
        raise Failure("no exercise here has a figure", FAILED)
    match path.suffix.lower():
        case ".svg":
            from relaxtimer.figure.sheet import sheet_as_svg

            _write(path, sheet_as_svg(shown, palette).encode())
        case ".png":
            _find_pillow()
            from relaxtimer.cli.figure_png import sheet_as_png

            _write(path, sheet_as_png(shown, palette))
        case other:
            named = f"'{escaped(other)}'" if other else "no suffix"
            raise Failure(f"the name of a sheet ends in .svg or .png; {escaped(path.name)} has {named}", WRONG_USAGE)
    return path


def write_frames(shown: Shown, path: Path, *, light: bool, mirrored: bool) -> list[Path]:
    """Write each keyframe into a file of its own, NAME-1.svg and so on. Raises `Failure` where that fails."""
    palette = LIGHT if light else DARK
    suffix = path.suffix.lower()
    if suffix not in {".svg", ".png"}:
        raise Failure(f"the name of a picture ends in .svg or .png, not as {escaped(path.name)} does", WRONG_USAGE)
    frames = shown.figure.frames
    written = []
    for place, frame in enumerate(frames):
        file = path if len(frames) == 1 else path.with_name(f"{path.stem}-{place + 1}{path.suffix}")
        shot = Shot(place, place, part=frame.part)
        drawn = _svg_of if suffix == ".svg" else _png_of
        _write(file, drawn(shown, shot, palette, mirrored=mirrored))
        written.append(file)
    return written


def _svg_of(shown: Shown, shot: Shot, palette: Palette, *, mirrored: bool) -> bytes:
    from relaxtimer.figure.sheet import moment_as_svg

    return moment_as_svg(shown.figure, shot, palette, mirrored=mirrored).encode()


def _png_of(shown: Shown, shot: Shot, palette: Palette, *, mirrored: bool) -> bytes:
    _find_pillow()
    from relaxtimer.cli.figure_png import moment_as_png

    return moment_as_png(shown.figure, shot, palette, mirrored=mirrored)


def _find_pillow() -> None:
    from importlib.util import find_spec

    if find_spec("PIL") is None:
        raise Failure(_NO_PILLOW, FAILED)


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Failure(f"{escaped(str(path))} cannot be written: {error.strerror}", FAILED) from None
