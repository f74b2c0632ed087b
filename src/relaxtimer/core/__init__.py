"""The pure heart: routines, the timeline, the session. Standard library only; no files, clock, randomness or threads.

All times in here are whole milliseconds, so that sums are exact however long a session runs.
"""
