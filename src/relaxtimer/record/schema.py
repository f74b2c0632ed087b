"""The tables of the record, version by version. What landed once is never edited: a change is another version.

Times are texts of ISO 8601 with the offset of the place; `day` counts as `datetime.date.toordinal`; durations are
milliseconds. Of an emergency nothing but the level is ever written.
"""

from __future__ import annotations

APPLICATION = 0x52454C58
"""Written into the header of the file: the letters RELX tell it from any other file of SQLite."""

_VERSION_1 = """
CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    routine TEXT NOT NULL,
    title TEXT NOT NULL,
    file TEXT NOT NULL,
    day INTEGER NOT NULL,
    started TEXT NOT NULL,
    seen TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'finished', 'left', 'interrupted')),
    speed REAL NOT NULL,
    first_side TEXT NOT NULL CHECK (first_side IN ('left', 'right')),
    minutes REAL,
    position INTEGER NOT NULL,
    total INTEGER NOT NULL,
    step INTEGER NOT NULL,
    steps INTEGER NOT NULL,
    spent INTEGER NOT NULL,
    rated_at TEXT,
    pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
    stiffness_before INTEGER CHECK (stiffness_before BETWEEN 0 AND 10),
    stress_before INTEGER CHECK (stress_before BETWEEN 0 AND 10),
    pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
    stiffness_after INTEGER CHECK (stiffness_after BETWEEN 0 AND 10),
    stress_after INTEGER CHECK (stress_after BETWEEN 0 AND 10)
);
CREATE INDEX session_by_day ON session (day, speed, spent, pain_before, stiffness_before, stress_before);
CREATE INDEX session_by_routine ON session (routine, speed, day, spent, pain_before, pain_after, first_side);
CREATE TABLE step (
    session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    occurrence INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('', 'left', 'right')),
    number INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'part', 'skipped')),
    eased INTEGER NOT NULL,
    hurt INTEGER NOT NULL,
    worked INTEGER NOT NULL,
    PRIMARY KEY (session, occurrence, side)
) WITHOUT ROWID;
CREATE INDEX step_by_key ON step (key, session);
CREATE TABLE morning (
    day INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    pain INTEGER NOT NULL CHECK (pain BETWEEN 0 AND 10)
);
CREATE TABLE screening (
    id INTEGER PRIMARY KEY,
    day INTEGER NOT NULL,
    at TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('emergency', 'clinician-first', 'book', 'clear')),
    yes TEXT NOT NULL,
    checked TEXT NOT NULL
);
CREATE TABLE condition (
    code TEXT PRIMARY KEY,
    since INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE plan (
    name TEXT PRIMARY KEY,
    begun INTEGER NOT NULL,
    week INTEGER NOT NULL,
    week_begun INTEGER NOT NULL
) WITHOUT ROWID;
"""

_VERSION_2 = """
CREATE TABLE impact (
    day INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    activity INTEGER CHECK (activity BETWEEN 0 AND 10),
    sleep INTEGER CHECK (sleep BETWEEN 0 AND 10)
);
"""

FIRST_FORM = "rating"
"""The table by which version 1 as it was when it first landed, for a few minutes, is told from what it was then."""

FROM_FIRST_FORM = """
ALTER TABLE session ADD COLUMN rated_at TEXT;
ALTER TABLE session ADD COLUMN pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10);
ALTER TABLE session ADD COLUMN stiffness_before INTEGER CHECK (stiffness_before BETWEEN 0 AND 10);
ALTER TABLE session ADD COLUMN stress_before INTEGER CHECK (stress_before BETWEEN 0 AND 10);
ALTER TABLE session ADD COLUMN pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10);
ALTER TABLE session ADD COLUMN stiffness_after INTEGER CHECK (stiffness_after BETWEEN 0 AND 10);
ALTER TABLE session ADD COLUMN stress_after INTEGER CHECK (stress_after BETWEEN 0 AND 10);
UPDATE session SET
    rated_at = (SELECT at FROM rating WHERE session = id AND moment = 'after'),
    pain_before = (SELECT value FROM rating WHERE session = id AND moment = 'before' AND scale = 'pain'),
    stiffness_before = (SELECT value FROM rating WHERE session = id AND moment = 'before' AND scale = 'stiffness'),
    stress_before = (SELECT value FROM rating WHERE session = id AND moment = 'before' AND scale = 'stress'),
    pain_after = (SELECT value FROM rating WHERE session = id AND moment = 'after' AND scale = 'pain'),
    stiffness_after = (SELECT value FROM rating WHERE session = id AND moment = 'after' AND scale = 'stiffness'),
    stress_after = (SELECT value FROM rating WHERE session = id AND moment = 'after' AND scale = 'stress');
CREATE TABLE morning (
    day INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    pain INTEGER NOT NULL CHECK (pain BETWEEN 0 AND 10)
);
INSERT OR REPLACE INTO morning (day, at, pain)
SELECT day, at, value FROM rating WHERE moment = 'morning' AND scale = 'pain' ORDER BY rowid;
DROP TABLE rating;
DROP INDEX session_by_day;
DROP INDEX session_by_routine;
CREATE INDEX session_by_day ON session (day, speed, spent, pain_before, stiffness_before, stress_before);
CREATE INDEX session_by_routine ON session (routine, speed, day, spent, pain_before, pain_after, first_side);
"""

VERSIONS = (_VERSION_1, _VERSION_2)
"""What brings the tables from each version to the next, beginning with none."""

NEWEST = len(VERSIONS)
