-- What agencies and units are, and what was stated about them. The same tables for SQLite: the file of this number.

ALTER TABLE agencies ADD COLUMN kind TEXT COLLATE "C" CHECK (kind IN ('kementerian', 'lembaga', 'provinsi', 'kabupaten', 'kota'));

-- Unknown stands as a word of its own, so that both engines sort it behind all others.
ALTER TABLE work_units ADD COLUMN echelon TEXT COLLATE "C" NOT NULL DEFAULT 'tidak-diketahui'
    CHECK (echelon IN ('I', 'II', 'III', 'IV', 'non-struktural', 'tidak-diketahui'));
ALTER TABLE work_units ADD COLUMN service_function TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE work_units ADD COLUMN head_count BIGINT CHECK (head_count >= 0);
ALTER TABLE work_units ADD COLUMN budget BIGINT CHECK (budget >= 0);
-- One service a line.
ALTER TABLE work_units ADD COLUMN services TEXT COLLATE "C" NOT NULL DEFAULT '';

-- One for each order in which lists are read; the first column after the agency tells closed units from open ones.
CREATE INDEX work_units_by_name ON work_units (agency, (CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END), lower(name), id);
CREATE INDEX work_units_by_code ON work_units (agency, (CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END), code);
CREATE INDEX work_units_by_echelon ON work_units (agency, (CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END), echelon, lower(name), id);
CREATE INDEX work_units_by_echelon_code ON work_units (agency, (CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END), echelon, code);
CREATE INDEX work_units_by_parent ON work_units (agency, parent) WHERE parent IS NOT NULL;

CREATE TABLE unit_names (
    agency TEXT COLLATE "C" NOT NULL,
    unit TEXT COLLATE "C" NOT NULL,
    until_day TEXT COLLATE "C" NOT NULL CHECK (length(until_day) = 10),
    name TEXT COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    recorded_by TEXT COLLATE "C" NOT NULL,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (agency, unit, until_day),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id)
);

CREATE TABLE unit_mergers (
    agency TEXT COLLATE "C" NOT NULL,
    unit TEXT COLLATE "C" NOT NULL,
    target TEXT COLLATE "C" NOT NULL CHECK (target <> unit),
    day TEXT COLLATE "C" NOT NULL CHECK (length(day) = 10),
    recorded_by TEXT COLLATE "C" NOT NULL,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (agency, unit),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id),
    FOREIGN KEY (agency, target) REFERENCES work_units (agency, id)
);
CREATE INDEX unit_mergers_by_target ON unit_mergers (agency, target);

CREATE TABLE standings (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    id TEXT COLLATE "C" NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    unit TEXT COLLATE "C",
    fact TEXT COLLATE "C" NOT NULL CHECK (length(fact) BETWEEN 1 AND 60),
    value TEXT COLLATE "C" NOT NULL CHECK (length(value) BETWEEN 1 AND 60),
    year BIGINT CHECK (year BETWEEN 2000 AND 9999),
    stated_on TEXT COLLATE "C" NOT NULL CHECK (length(stated_on) = 10),
    source TEXT COLLATE "C" NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
    document TEXT COLLATE "C",
    stated_by TEXT COLLATE "C" NOT NULL,
    stated_at BIGINT NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id)
);
CREATE INDEX standings_by_holder ON standings (agency, unit, stated_on, id);

CREATE TABLE standing_revocations (
    agency TEXT COLLATE "C" NOT NULL,
    standing TEXT COLLATE "C" NOT NULL,
    day TEXT COLLATE "C" NOT NULL CHECK (length(day) = 10),
    reason TEXT COLLATE "C" NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
    revoked_by TEXT COLLATE "C" NOT NULL,
    revoked_at BIGINT NOT NULL,
    PRIMARY KEY (agency, standing),
    FOREIGN KEY (agency, standing) REFERENCES standings (agency, id)
);

CREATE TRIGGER unit_names_stay BEFORE UPDATE OR DELETE ON unit_names FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER unit_names_remain BEFORE TRUNCATE ON unit_names FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER unit_mergers_stay BEFORE UPDATE OR DELETE ON unit_mergers FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER unit_mergers_remain BEFORE TRUNCATE ON unit_mergers FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER standings_stay BEFORE UPDATE OR DELETE ON standings FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER standings_remain BEFORE TRUNCATE ON standings FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER standing_revocations_stay BEFORE UPDATE OR DELETE ON standing_revocations FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER standing_revocations_remain BEFORE TRUNCATE ON standing_revocations FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
