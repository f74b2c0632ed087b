"""What keeps a session safe: warning signs, conditions, what is left out or changed, and when to ease off.

Rules are pure functions over days counted as whole numbers. Where they come from is in `docs/content.md` 2.
"""
