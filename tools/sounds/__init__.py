"""The synthesis of every file in `sounds/`: seeded, from formulas alone, no recording by anyone.

`python -m tools.sounds` makes the folder again. All pitches are pure intervals over 128 Hz, so that whatever rings
together is in tune.
"""
