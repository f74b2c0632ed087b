"""The weeks: when to move on, when to back off, when to ask for help. Rules over days, with their reasons in words.

Where they come from is in `docs/content.md` 5.
"""
