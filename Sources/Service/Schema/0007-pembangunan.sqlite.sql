-- The development of a unit: its plan with every version, and the reviews of its progress. The same tables for PostgreSQL:
-- 0007-pembangunan.postgres.sql.

-- One for each candidacy, from its first change on. `next_review` follows from the rhythm and the reviews held; it stands here so that a
-- person's tasks are found by an index.
CREATE TABLE development_plans (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    unit TEXT NOT NULL,
    review_months INTEGER NOT NULL CHECK (review_months BETWEEN 1 AND 12),
    revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
    next_review TEXT CHECK (length(next_review) = 10),
    PRIMARY KEY (agency, candidacy),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX development_plans_by_review ON development_plans (agency, next_review);
-- Holds all that is read by it, or SQLite would rather look through the agency's part of the table.
CREATE INDEX development_plans_by_unit ON development_plans (agency, unit, candidacy, next_review, revision);

CREATE TABLE plan_actions (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    version INTEGER NOT NULL CHECK (version >= 1),
    area INTEGER NOT NULL CHECK (area BETWEEN 0 AND 99),
    items TEXT NOT NULL,
    target TEXT NOT NULL CHECK (length(target) BETWEEN 1 AND 1000),
    person TEXT NOT NULL REFERENCES accounts (id),
    start_day TEXT NOT NULL CHECK (length(start_day) = 10),
    due_day TEXT NOT NULL CHECK (length(due_day) = 10 AND due_day >= start_day),
    state TEXT NOT NULL CHECK (state IN ('direncanakan', 'berjalan', 'selesai', 'dihentikan')),
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    done_day TEXT CHECK (length(done_day) = 10),
    dropped_because TEXT,
    evidence TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (agency, candidacy, id),
    FOREIGN KEY (agency, candidacy) REFERENCES development_plans (agency, candidacy),
    CHECK ((state = 'selesai') = (done_day IS NOT NULL) AND (state = 'dihentikan') = (dropped_because IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_actions_open ON plan_actions (person, due_day, id) WHERE state IN ('direncanakan', 'berjalan');

-- What was planned, as it was written each time; under the revision that it became part of.
CREATE TABLE plan_versions (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    action TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    written_by TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    area INTEGER NOT NULL,
    items TEXT NOT NULL,
    target TEXT NOT NULL,
    person TEXT NOT NULL,
    start_day TEXT NOT NULL,
    due_day TEXT NOT NULL,
    is_dropped INTEGER NOT NULL CHECK (is_dropped IN (0, 1)),
    PRIMARY KEY (agency, candidacy, action, version),
    FOREIGN KEY (agency, candidacy, action) REFERENCES plan_actions (agency, candidacy, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_versions_by_revision ON plan_versions (agency, candidacy, revision);

CREATE TABLE plan_adoptions (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    adopted_by TEXT NOT NULL,
    adopted_day TEXT NOT NULL CHECK (length(adopted_day) = 10),
    at INTEGER NOT NULL,
    PRIMARY KEY (agency, candidacy, revision),
    FOREIGN KEY (agency, candidacy) REFERENCES development_plans (agency, candidacy)
) STRICT, WITHOUT ROWID;

CREATE TABLE progress_reviews (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    period INTEGER NOT NULL CHECK (period >= 1),
    held_day TEXT NOT NULL CHECK (length(held_day) = 10),
    summary TEXT NOT NULL CHECK (length(summary) BETWEEN 1 AND 4000),
    recorded_by TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (agency, candidacy, id),
    UNIQUE (agency, candidacy, period),
    FOREIGN KEY (agency, candidacy) REFERENCES development_plans (agency, candidacy)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_findings (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    review TEXT NOT NULL,
    finding TEXT NOT NULL CHECK (length(finding) BETWEEN 1 AND 1000),
    follow_up TEXT NOT NULL CHECK (length(follow_up) BETWEEN 1 AND 1000),
    person TEXT NOT NULL REFERENCES accounts (id),
    due_day TEXT NOT NULL CHECK (length(due_day) = 10),
    closed_by TEXT,
    closed_day TEXT CHECK (length(closed_day) = 10),
    closed_note TEXT,
    PRIMARY KEY (agency, candidacy, id),
    FOREIGN KEY (agency, candidacy, review) REFERENCES progress_reviews (agency, candidacy, id),
    CHECK ((closed_by IS NULL) = (closed_day IS NULL) AND (closed_by IS NULL) = (closed_note IS NULL) AND closed_by <> person)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_findings_open ON review_findings (person, due_day, id) WHERE closed_day IS NULL;

CREATE TRIGGER plan_versions_stay BEFORE UPDATE ON plan_versions BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;
CREATE TRIGGER plan_versions_remain BEFORE DELETE ON plan_versions BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;
CREATE TRIGGER plan_adoptions_stay BEFORE UPDATE ON plan_adoptions BEGIN SELECT RAISE(ABORT, 'adoptions are append-only'); END;
CREATE TRIGGER plan_adoptions_remain BEFORE DELETE ON plan_adoptions BEGIN SELECT RAISE(ABORT, 'adoptions are append-only'); END;
CREATE TRIGGER progress_reviews_stay BEFORE UPDATE ON progress_reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER progress_reviews_remain BEFORE DELETE ON progress_reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER review_findings_stay BEFORE UPDATE ON review_findings WHEN OLD.closed_day IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finding is closed once'); END;
CREATE TRIGGER review_findings_remain BEFORE DELETE ON review_findings BEGIN SELECT RAISE(ABORT, 'findings are never deleted'); END;
