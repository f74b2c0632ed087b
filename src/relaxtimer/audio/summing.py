"""Sounds added up in C, by what every base install has.

miniaudio turns a sound of many channels into stereo: front left and right pass as they are, the centre counts half on
both sides, and back left and right count half on theirs (of FL, FR, FC, LFE, BL, BR). What is laid into the centre and
into both back channels is thus added whole. Laying is copying: four times as fast as adding in Python.
"""

from __future__ import annotations

from array import array

from relaxtimer.audio.clip import RATE
from relaxtimer.audio.resampling import Format, converted

_CHANNELS = 6
_LEFT, _RIGHT, _CENTRE, _BACK_LEFT, _BACK_RIGHT = 0, 1, 2, 4, 5


def with_centre(stereo: array[float] | None, samples: array[float]) -> array[float]:
    """Add what sounds from both sides to what is interleaved in stereo, of as many frames."""
    if stereo is None:
        return both_sides(samples)
    laid = array("f", bytes(4 * _CHANNELS * len(samples)))
    laid[_LEFT::_CHANNELS], laid[_RIGHT::_CHANNELS] = stereo[::2], stereo[1::2]
    laid[_CENTRE::_CHANNELS] = laid[_BACK_LEFT::_CHANNELS] = laid[_BACK_RIGHT::_CHANNELS] = samples
    result = array("f")
    result.frombytes(converted(laid.tobytes(), RATE, RATE, kind=Format.FLOAT_32, laid=_CHANNELS, channels=2))
    return result


def both_sides(samples: array[float]) -> array[float]:
    """Lay one channel into two."""
    stereo = array("f", bytes(8 * len(samples)))
    stereo[::2] = stereo[1::2] = samples
    return stereo
