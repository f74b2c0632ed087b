"""When to stop, ease off or ask: the rules that are one key away in every session, in plain sentences.

They are about what to do; why is told in `docs/content.md` 2.2, where they come from.
"""

from __future__ import annotations

STOP_RULES = (
    "New numbness, weakness, pins and needles, electric pain down a leg, chest pain, faintness: stop at once.",
    "After such a sign, answer the safety questions again, and ask a clinician before you go on.",
    "Pain of 0 to 3 out of 10: carry on. 4 or 5: carry on if it settles within a day.",
    "Pain of 6 or more, or 2 above where you started: ease the step, take the easier variant, or skip it.",
    "Pain that travels further down the leg: stop. Pain that shrinks toward the spine may carry on.",
    "Press to 3 to 5 out of 10, no harder. You can breathe out slowly and speak.",
    "30 to 60 seconds on a spot, 2 minutes at most, twice a day at most.",
    "Never press on the spine, the soft area under the ribs, or the front or side of the neck.",
    "Nor on the groin, behind the knee, a bruise, varicose veins, or broken or numb skin.",
    "Dizzy, tingling lips or fingers, short of air: breathe as usual, in smaller breaths.",
    "No breathing exercises while driving, in water, or standing at height.",
    "Soreness fades within a day. If it does not, halve time and pressure.",
    "Getting up: roll to the side, sit, wait, stand.",
    "After strong painkillers, sedatives or alcohol: no tools and no heat.",
)

DISCLAIMER = "General self-care guidance, not medical advice. If in doubt, ask a clinician."
