-- The way of units towards their designations. The same tables for PostgreSQL: 0002-pencalonan.postgres.sql.

CREATE TABLE candidacies (
    agency TEXT NOT NULL REFERENCES agencies (id),
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    unit TEXT NOT NULL,
    designation TEXT NOT NULL CHECK (designation IN ('wbk', 'wbbm')),
    programme TEXT NOT NULL CHECK (length(programme) BETWEEN 1 AND 60),
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 9999),
    affirmation TEXT,
    state TEXT NOT NULL,
    stage TEXT NOT NULL,
    stage_since TEXT NOT NULL CHECK (length(stage_since) = 10),
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    awarded_on TEXT CHECK (length(awarded_on) = 10),
    valid_until TEXT CHECK (length(valid_until) = 10 AND valid_until >= awarded_on),
    needs_attention TEXT,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidacies_by_unit ON candidacies (agency, unit);
CREATE INDEX candidacies_by_stage ON candidacies (agency, stage, stage_since, id);
CREATE INDEX candidacies_by_time ON candidacies (agency, stage_since, id);
CREATE UNIQUE INDEX candidacies_once ON candidacies (agency, unit, designation) WHERE is_open = 1;

CREATE TABLE candidacy_moves (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    move TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    reason TEXT NOT NULL,
    legal_basis TEXT NOT NULL,
    reference TEXT NOT NULL,
    documents TEXT NOT NULL,
    result TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (agency, candidacy, sequence),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
) STRICT, WITHOUT ROWID;

-- What is announced for a year: another last day of nomination, for all; the end of every proposal of an agency. The latest counts.
CREATE TABLE programme_announcements (
    agency TEXT NOT NULL REFERENCES agencies (id),
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    programme TEXT NOT NULL,
    year INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('tenggat', 'gugur', 'gugur-dibatalkan')),
    day TEXT NOT NULL CHECK (length(day) = 10),
    source TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX programme_announcements_by_year ON programme_announcements (agency, programme, year);

CREATE TRIGGER candidacy_moves_stay BEFORE UPDATE ON candidacy_moves BEGIN SELECT RAISE(ABORT, 'moves are append-only'); END;
CREATE TRIGGER candidacy_moves_remain BEFORE DELETE ON candidacy_moves BEGIN SELECT RAISE(ABORT, 'moves are append-only'); END;
CREATE TRIGGER programme_announcements_stay BEFORE UPDATE ON programme_announcements
BEGIN SELECT RAISE(ABORT, 'announcements are append-only'); END;
CREATE TRIGGER programme_announcements_remain BEFORE DELETE ON programme_announcements
BEGIN SELECT RAISE(ABORT, 'announcements are append-only'); END;
