"""Which output is used: the first that works, and why those before it do not."""

from __future__ import annotations

from collections.abc import Callable

from relaxtimer.sound.outputs.output import Clips, OutputError, Stream

AUTO = ("miniaudio", "simpleaudio")
"""The outputs of a process of their own, the better one first."""


def order_of(wish: str) -> tuple[str, ...]:
    """Give the outputs to try for a value of `--sound-output`; none for the bell and for silence."""
    return AUTO if wish == "auto" else tuple(name for name in AUTO if name == wish)


def made(name: str) -> Stream | Clips:
    """Make an output by its name. Raises `OutputError` for an unknown one, or where its library is missing."""
    try:
        return _MAKERS[name]()
    except KeyError:
        raise OutputError("there is no such output") from None
    except (ImportError, OSError) as error:
        raise OutputError(f"it cannot be loaded: {error}") from error


def opened(
    names: tuple[str, ...], make: Callable[[str], Stream | Clips] = made
) -> tuple[Stream | Clips, tuple[str, ...]]:
    """Open the first output that works; give it with a reason for each better one that does not.

    Raises `OutputError` with all reasons where none works.
    """
    missed: list[str] = []
    for name in names:
        try:
            output = make(name)
            output.open()
        except OutputError as error:
            missed.append(f"{name}: {str(error).rstrip('.')}")
        else:
            return output, tuple(missed)
    raise OutputError("; ".join(missed) or "no output is asked for")


def _miniaudio() -> Stream | Clips:
    from relaxtimer.sound.outputs.miniaudio_output import MiniaudioOutput  # noqa: PLC0415 - where it may be missing

    return MiniaudioOutput()


def _simpleaudio() -> Stream | Clips:
    from relaxtimer.sound.outputs.simpleaudio_output import SimpleaudioOutput  # noqa: PLC0415 - tried after the other

    return SimpleaudioOutput()


_MAKERS: dict[str, Callable[[], Stream | Clips]] = {"miniaudio": _miniaudio, "simpleaudio": _simpleaudio}
