"""Points and directions in space: x to the right along the floor, y up, z towards the one who looks."""

from __future__ import annotations

from math import cos, hypot, radians, sin
from typing import TypeAlias

Vector: TypeAlias = tuple[float, float, float]

ORIGIN: Vector = (0.0, 0.0, 0.0)
ACROSS: Vector = (1.0, 0.0, 0.0)
UP: Vector = (0.0, 1.0, 0.0)
NEAR: Vector = (0.0, 0.0, 1.0)
# What is shorter has no direction.
_NOTHING = 1e-6


def added(point: Vector, direction: Vector, times: float = 1.0) -> Vector:
    """Go from a point so many times along a direction."""
    return point[0] + direction[0] * times, point[1] + direction[1] * times, point[2] + direction[2] * times


def between(start: Vector, end: Vector) -> Vector:
    """Give the way from one point to another."""
    return end[0] - start[0], end[1] - start[1], end[2] - start[2]


def part_way(start: Vector, end: Vector, share: float) -> Vector:
    """Give the point so far along, from 0 to 1."""
    return added(start, between(start, end), share)


def dot(one: Vector, other: Vector) -> float:
    """Give how much of one lies along the other."""
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def cross(one: Vector, other: Vector) -> Vector:
    """Give what stands on both."""
    return (
        one[1] * other[2] - one[2] * other[1],
        one[2] * other[0] - one[0] * other[2],
        one[0] * other[1] - one[1] * other[0],
    )


def length(direction: Vector) -> float:
    """Give how long it is."""
    return hypot(*direction)


def unit(direction: Vector, otherwise: Vector = UP) -> Vector:
    """Give a direction of length 1; another one where there is none."""
    long = length(direction)
    return scaled(direction, 1 / long) if long > _NOTHING else otherwise


def scaled(direction: Vector, times: float) -> Vector:
    """Make a direction so many times as long."""
    return direction[0] * times, direction[1] * times, direction[2] * times


def upright_to(direction: Vector, axis: Vector) -> Vector:
    """Give what of a direction stands upright on an axis of length 1; it may be nothing."""
    return added(direction, axis, -dot(direction, axis))


def turned(direction: Vector, axis: Vector, degrees: float) -> Vector:
    """Turn a direction about an axis of length 1, against the clock for one whom the axis points at."""
    if not degrees:
        return direction
    angle = radians(degrees)
    along = scaled(axis, dot(direction, axis) * (1 - cos(angle)))
    return added(added(scaled(direction, cos(angle)), cross(axis, direction), sin(angle)), along)
