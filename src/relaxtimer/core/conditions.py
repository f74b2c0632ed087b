"""Condition codes: who leaves out, changes or replaces what. Their sources are in `docs/content.md`."""

from __future__ import annotations

from enum import StrEnum

from relaxtimer.core.days import Day

SPASM_DAYS: Day = 3
"""A spasm holds for 72 hours: `docs/content.md` 6.2. Days are counted, so it holds to the end of the third after it."""


class Condition(StrEnum):
    """A code under which exercises are avoided, adapted or replaced."""

    PREGNANCY = "preg"
    OSTEOPOROSIS = "osteo"
    BLEEDING = "bleed"
    CLOT = "clot"
    LEG_PAIN = "leg"
    SURGERY = "surg"
    SKIN = "skin"
    FEVER = "fever"
    HEART = "cardio"
    LUNGS = "resp"
    PANIC = "panic"
    EYES = "eye"
    BENDING_BACK = "ext"
    BENDING_FORWARD = "flex"
    NUMBNESS = "numb"
    BALANCE = "bal"
    KNEE = "knee"
    WRIST = "wrist"
    SHOULDER = "shoulder"
    HERNIA = "hernia"
    ACUTE_SPASM = "acute"
    TRAUMA = "trauma"
    CRAMP = "cramp"

    @property
    def words(self) -> str:
        """Who the code is for, in plain words."""
        return _WORDS[self]


_WORDS = {
    Condition.PREGNANCY: "pregnant",
    Condition.OSTEOPOROSIS: "osteoporosis, a past fragility fracture, long-term steroid tablets",
    Condition.BLEEDING: "blood thinners, a bleeding disorder, easy bruising",
    Condition.CLOT: "a current or recent deep-vein thrombosis",
    Condition.LEG_PAIN: "sciatica, or a known acute disc herniation with leg pain",
    Condition.SURGERY: "spine, abdominal or hip surgery, or a fracture, in the last 3 months or not yet cleared",
    Condition.SKIN: "infection, rash, wound, shingles, burn or numb skin in the area",
    Condition.FEVER: "feverish or acutely unwell",
    Condition.HEART: "heart disease, uncontrolled blood pressure, a rhythm problem, past stroke, aneurysm",
    Condition.LUNGS: "COPD, asthma that is acting up, breathless at rest",
    Condition.PANIC: "panic attacks, a tendency to over-breathe",
    Condition.EYES: "glaucoma, recent eye surgery",
    Condition.BENDING_BACK: "stenosis, spondylolisthesis, pain on leaning back",
    Condition.BENDING_FORWARD: "pain on bending forward",
    Condition.NUMBNESS: "reduced sensation",
    Condition.BALANCE: "unsteady on the feet",
    Condition.KNEE: "a sore knee",
    Condition.WRIST: "a sore wrist",
    Condition.SHOULDER: "a sore shoulder",
    Condition.HERNIA: "an abdominal hernia",
    Condition.ACUTE_SPASM: "a spasm in the last 72 hours",
    Condition.TRAUMA: "attention to the body, or closed eyes, is distressing",
    Condition.CRAMP: "prone to cramps",
}
