BEGIN TRANSACTION;
CREATE TABLE condition (
    code TEXT PRIMARY KEY,
    since INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO "condition" VALUES('bleed',739000);
CREATE TABLE impact (
    day INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    activity INTEGER CHECK (activity BETWEEN 0 AND 10),
    sleep INTEGER CHECK (sleep BETWEEN 0 AND 10)
);
INSERT INTO "impact" VALUES(739002,'2024-04-29T07:00:00+02:00',4,NULL);
CREATE TABLE morning (
    day INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    pain INTEGER NOT NULL CHECK (pain BETWEEN 0 AND 10)
);
INSERT INTO "morning" VALUES(739001,'2024-04-28T07:00:00+02:00',4);
CREATE TABLE plan (
    name TEXT PRIMARY KEY,
    begun INTEGER NOT NULL,
    week INTEGER NOT NULL,
    week_begun INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO "plan" VALUES('four-weeks',739000,2,739000);
CREATE TABLE screening (
    id INTEGER PRIMARY KEY,
    day INTEGER NOT NULL,
    at TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('emergency', 'clinician-first', 'book', 'clear')),
    yes TEXT NOT NULL,
    checked TEXT NOT NULL
);
INSERT INTO "screening" VALUES(1,739000,'2024-04-27T10:10:00+02:00','book','9','');
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
INSERT INTO "session" VALUES(1,'this','lower-back','Lower back','/x/lower-back.yaml',739000,'2024-04-27T10:00:00+02:00','2024-04-27T10:10:00+02:00','left',1.0,'right',NULL,360000,720000,6,11,350000,'2024-04-27T10:10:00+02:00',5,NULL,7,3,NULL,NULL);
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
INSERT INTO "step" VALUES(1,0,'left',1,'wall-ball-paraspinal','Wall ball','done',1,1,45000);
CREATE INDEX session_by_day ON session (day, speed, spent, pain_before, stiffness_before, stress_before);
CREATE INDEX session_by_routine ON session (routine, speed, day, spent, pain_before, pain_after, first_side);
CREATE INDEX step_by_key ON step (key, session);
COMMIT;
PRAGMA user_version=2;
PRAGMA application_id=1380273240;
