-- The way of units towards their designations. The same tables for SQLite: 0002-pencalonan.sqlite.sql.

CREATE TABLE candidacies (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    id TEXT COLLATE "C" NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    unit TEXT COLLATE "C" NOT NULL,
    designation TEXT COLLATE "C" NOT NULL CHECK (designation IN ('wbk', 'wbbm')),
    programme TEXT COLLATE "C" NOT NULL CHECK (length(programme) BETWEEN 1 AND 60),
    year BIGINT NOT NULL CHECK (year BETWEEN 2000 AND 9999),
    affirmation TEXT COLLATE "C",
    state TEXT COLLATE "C" NOT NULL,
    stage TEXT COLLATE "C" NOT NULL,
    stage_since TEXT COLLATE "C" NOT NULL CHECK (length(stage_since) = 10),
    is_open BIGINT NOT NULL CHECK (is_open IN (0, 1)),
    awarded_on TEXT COLLATE "C" CHECK (length(awarded_on) = 10),
    valid_until TEXT COLLATE "C" CHECK (length(valid_until) = 10 AND valid_until >= awarded_on),
    needs_attention TEXT COLLATE "C",
    created_by TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id)
);
CREATE INDEX candidacies_by_unit ON candidacies (agency, unit);
CREATE INDEX candidacies_by_stage ON candidacies (agency, stage, stage_since, id);
CREATE INDEX candidacies_by_time ON candidacies (agency, stage_since, id);
CREATE UNIQUE INDEX candidacies_once ON candidacies (agency, unit, designation) WHERE is_open = 1;

CREATE TABLE candidacy_moves (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    sequence BIGINT NOT NULL CHECK (sequence >= 1),
    move TEXT COLLATE "C" NOT NULL,
    from_state TEXT COLLATE "C" NOT NULL,
    to_state TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    day TEXT COLLATE "C" NOT NULL CHECK (length(day) = 10),
    reason TEXT COLLATE "C" NOT NULL,
    legal_basis TEXT COLLATE "C" NOT NULL,
    reference TEXT COLLATE "C" NOT NULL,
    documents TEXT COLLATE "C" NOT NULL,
    result TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (agency, candidacy, sequence),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
);

-- What is announced for a year: another last day of nomination, for all; the end of every proposal of an agency. The latest counts.
CREATE TABLE programme_announcements (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    id TEXT COLLATE "C" NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    programme TEXT COLLATE "C" NOT NULL,
    year BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('tenggat', 'gugur', 'gugur-dibatalkan')),
    day TEXT COLLATE "C" NOT NULL CHECK (length(day) = 10),
    source TEXT COLLATE "C" NOT NULL,
    recorded_by TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (agency, id)
);
CREATE INDEX programme_announcements_by_year ON programme_announcements (agency, programme, year);

CREATE TRIGGER candidacy_moves_stay BEFORE UPDATE OR DELETE ON candidacy_moves FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER candidacy_moves_remain BEFORE TRUNCATE ON candidacy_moves FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER programme_announcements_stay BEFORE UPDATE OR DELETE ON programme_announcements FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER programme_announcements_remain BEFORE TRUNCATE ON programme_announcements FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
