"""How the body is built: lengths of bones and thickness of limbs, in centimetres.

The lengths are those of Drillis and Contini (1966) as shares of the height, for a person of 170 cm; thickness is our
own, a little stouter than a body is, so that limbs are seen from afar.
"""

from __future__ import annotations

from typing import Final

HEIGHT: Final = 170.0

THIGH: Final = 0.245 * HEIGHT
SHIN: Final = 0.246 * HEIGHT
UPPER_ARM: Final = 0.186 * HEIGHT
# From the elbow to the heel of the hand.
FOREARM: Final = (0.146 + 0.015) * HEIGHT
SPINE: Final = 0.288 * HEIGHT
NECK: Final = 0.118 * HEIGHT
HIP_WIDTH: Final = 0.055 * HEIGHT
SHOULDER_WIDTH: Final = 0.105 * HEIGHT
# The ankle above the sole, the toes before it, the heel behind.
ANKLE: Final = 0.042 * HEIGHT
TOES: Final = 0.095 * HEIGHT
HEEL: Final = 0.028 * HEIGHT
FINGERS: Final = 0.08 * HEIGHT

HEAD_RADIUS: Final = 10.6
NECK_RADIUS: Final = 5.0
# At the hip, the knee and the ankle; at the shoulder, the elbow and the wrist.
LEG_RADII: Final = (9.2, 6.6, 4.4)
ARM_RADII: Final = (5.8, 4.7, 3.9)
FOOT_RADII: Final = (3.9, 2.9)
HAND_RADIUS: Final = 4.3
# From the pelvis to the shoulders, in equal steps: from front to back, and how far the sides are from the middle.
TRUNK_RADII: Final = (11.2, 10.4, 9.4, 9.0, 9.6, 10.4, 10.4, 9.2, 7.6)
TRUNK_SIDES: Final = (6.5, 5.6, 4.6, 4.6, 5.6, 7.0, 8.4, 9.6, 9.6)
