-- The development of a unit: its plan with every version, and the reviews of its progress. The same tables for SQLite:
-- 0007-pembangunan.sqlite.sql.

-- One for each candidacy, from its first change on. `next_review` follows from the rhythm and the reviews held; it stands here so that a
-- person's tasks are found by an index.
CREATE TABLE development_plans (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    unit TEXT COLLATE "C" NOT NULL,
    review_months BIGINT NOT NULL CHECK (review_months BETWEEN 1 AND 12),
    revision BIGINT NOT NULL DEFAULT 0 CHECK (revision >= 0),
    next_review TEXT COLLATE "C" CHECK (length(next_review) = 10),
    PRIMARY KEY (agency, candidacy),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id)
);
CREATE INDEX development_plans_by_review ON development_plans (agency, next_review);
-- Holds all that is read by it, or SQLite would rather look through the agency's part of the table.
CREATE INDEX development_plans_by_unit ON development_plans (agency, unit, candidacy, next_review, revision);

CREATE TABLE plan_actions (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    version BIGINT NOT NULL CHECK (version >= 1),
    area BIGINT NOT NULL CHECK (area BETWEEN 0 AND 99),
    items TEXT COLLATE "C" NOT NULL,
    target TEXT COLLATE "C" NOT NULL CHECK (length(target) BETWEEN 1 AND 1000),
    person TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    start_day TEXT COLLATE "C" NOT NULL CHECK (length(start_day) = 10),
    due_day TEXT COLLATE "C" NOT NULL CHECK (length(due_day) = 10 AND due_day >= start_day),
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('direncanakan', 'berjalan', 'selesai', 'dihentikan')),
    percent BIGINT NOT NULL CHECK (percent BETWEEN 0 AND 100),
    done_day TEXT COLLATE "C" CHECK (length(done_day) = 10),
    dropped_because TEXT COLLATE "C",
    evidence TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (agency, candidacy, id),
    FOREIGN KEY (agency, candidacy) REFERENCES development_plans (agency, candidacy),
    CHECK ((state = 'selesai') = (done_day IS NOT NULL) AND (state = 'dihentikan') = (dropped_because IS NOT NULL))
);
CREATE INDEX plan_actions_open ON plan_actions (person, due_day, id) WHERE state IN ('direncanakan', 'berjalan');

-- What was planned, as it was written each time; under the revision that it became part of.
CREATE TABLE plan_versions (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    revision BIGINT NOT NULL CHECK (revision >= 1),
    written_by TEXT COLLATE "C" NOT NULL,
    written_at BIGINT NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    area BIGINT NOT NULL,
    items TEXT COLLATE "C" NOT NULL,
    target TEXT COLLATE "C" NOT NULL,
    person TEXT COLLATE "C" NOT NULL,
    start_day TEXT COLLATE "C" NOT NULL,
    due_day TEXT COLLATE "C" NOT NULL,
    is_dropped BIGINT NOT NULL CHECK (is_dropped IN (0, 1)),
    PRIMARY KEY (agency, candidacy, action, version),
    FOREIGN KEY (agency, candidacy, action) REFERENCES plan_actions (agency, candidacy, id)
);
CREATE INDEX plan_versions_by_revision ON plan_versions (agency, candidacy, revision);

CREATE TABLE plan_adoptions (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL CHECK (revision >= 1),
    adopted_by TEXT COLLATE "C" NOT NULL,
    adopted_day TEXT COLLATE "C" NOT NULL CHECK (length(adopted_day) = 10),
    at BIGINT NOT NULL,
    PRIMARY KEY (agency, candidacy, revision),
    FOREIGN KEY (agency, candidacy) REFERENCES development_plans (agency, candidacy)
);

CREATE TABLE progress_reviews (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    period BIGINT NOT NULL CHECK (period >= 1),
    held_day TEXT COLLATE "C" NOT NULL CHECK (length(held_day) = 10),
    summary TEXT COLLATE "C" NOT NULL CHECK (length(summary) BETWEEN 1 AND 4000),
    recorded_by TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (agency, candidacy, id),
    UNIQUE (agency, candidacy, period),
    FOREIGN KEY (agency, candidacy) REFERENCES development_plans (agency, candidacy)
);

CREATE TABLE review_findings (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    review TEXT COLLATE "C" NOT NULL,
    finding TEXT COLLATE "C" NOT NULL CHECK (length(finding) BETWEEN 1 AND 1000),
    follow_up TEXT COLLATE "C" NOT NULL CHECK (length(follow_up) BETWEEN 1 AND 1000),
    person TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    due_day TEXT COLLATE "C" NOT NULL CHECK (length(due_day) = 10),
    closed_by TEXT COLLATE "C",
    closed_day TEXT COLLATE "C" CHECK (length(closed_day) = 10),
    closed_note TEXT COLLATE "C",
    PRIMARY KEY (agency, candidacy, id),
    FOREIGN KEY (agency, candidacy, review) REFERENCES progress_reviews (agency, candidacy, id),
    CHECK ((closed_by IS NULL) = (closed_day IS NULL) AND (closed_by IS NULL) = (closed_note IS NULL) AND closed_by <> person)
);
CREATE INDEX review_findings_open ON review_findings (person, due_day, id) WHERE closed_day IS NULL;

CREATE TRIGGER plan_versions_stay BEFORE UPDATE OR DELETE ON plan_versions FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER plan_versions_remain BEFORE TRUNCATE ON plan_versions FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER plan_adoptions_stay BEFORE UPDATE OR DELETE ON plan_adoptions FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER plan_adoptions_remain BEFORE TRUNCATE ON plan_adoptions FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER progress_reviews_stay BEFORE UPDATE OR DELETE ON progress_reviews FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER progress_reviews_remain BEFORE TRUNCATE ON progress_reviews FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER review_findings_stay BEFORE UPDATE ON review_findings FOR EACH ROW WHEN (OLD.closed_day IS NOT NULL)
EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER review_findings_kept BEFORE DELETE ON review_findings FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER review_findings_remain BEFORE TRUNCATE ON review_findings FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
