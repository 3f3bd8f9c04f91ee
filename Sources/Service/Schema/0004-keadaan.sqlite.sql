-- What agencies and units are, and what was stated about them. The same tables for PostgreSQL: the file of this number.

ALTER TABLE agencies ADD COLUMN kind TEXT CHECK (kind IN ('kementerian', 'lembaga', 'provinsi', 'kabupaten', 'kota'));

-- Unknown stands as a word of its own, so that both engines sort it behind all others.
ALTER TABLE work_units ADD COLUMN echelon TEXT NOT NULL DEFAULT 'tidak-diketahui'
    CHECK (echelon IN ('I', 'II', 'III', 'IV', 'non-struktural', 'tidak-diketahui'));
ALTER TABLE work_units ADD COLUMN service_function TEXT NOT NULL DEFAULT '';
ALTER TABLE work_units ADD COLUMN head_count INTEGER CHECK (head_count >= 0);
ALTER TABLE work_units ADD COLUMN budget INTEGER CHECK (budget >= 0);
-- One service a line.
ALTER TABLE work_units ADD COLUMN services TEXT NOT NULL DEFAULT '';

-- One for each order in which lists are read; the first column after the agency tells closed units from open ones.
CREATE INDEX work_units_by_name ON work_units (agency, (CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END), lower(name), id);
CREATE INDEX work_units_by_code ON work_units (agency, (CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END), code);
CREATE INDEX work_units_by_echelon ON work_units (agency, (CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END), echelon, lower(name), id);
CREATE INDEX work_units_by_echelon_code ON work_units (agency, (CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END), echelon, code);
CREATE INDEX work_units_by_parent ON work_units (agency, parent) WHERE parent IS NOT NULL;

CREATE TABLE unit_names (
    agency TEXT NOT NULL,
    unit TEXT NOT NULL,
    until_day TEXT NOT NULL CHECK (length(until_day) = 10),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    recorded_by TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (agency, unit, until_day),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_mergers (
    agency TEXT NOT NULL,
    unit TEXT NOT NULL,
    target TEXT NOT NULL CHECK (target <> unit),
    day TEXT NOT NULL CHECK (length(day) = 10),
    recorded_by TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (agency, unit),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id),
    FOREIGN KEY (agency, target) REFERENCES work_units (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_mergers_by_target ON unit_mergers (agency, target);

CREATE TABLE standings (
    agency TEXT NOT NULL REFERENCES agencies (id),
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    unit TEXT,
    fact TEXT NOT NULL CHECK (length(fact) BETWEEN 1 AND 60),
    value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 60),
    year INTEGER CHECK (year BETWEEN 2000 AND 9999),
    stated_on TEXT NOT NULL CHECK (length(stated_on) = 10),
    source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
    document TEXT,
    stated_by TEXT NOT NULL,
    stated_at INTEGER NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX standings_by_holder ON standings (agency, unit, stated_on, id);

CREATE TABLE standing_revocations (
    agency TEXT NOT NULL,
    standing TEXT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
    revoked_by TEXT NOT NULL,
    revoked_at INTEGER NOT NULL,
    PRIMARY KEY (agency, standing),
    FOREIGN KEY (agency, standing) REFERENCES standings (agency, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER unit_names_stay BEFORE UPDATE ON unit_names BEGIN SELECT RAISE(ABORT, 'unit_names is append-only'); END;
CREATE TRIGGER unit_names_remain BEFORE DELETE ON unit_names BEGIN SELECT RAISE(ABORT, 'unit_names is append-only'); END;
CREATE TRIGGER unit_mergers_stay BEFORE UPDATE ON unit_mergers BEGIN SELECT RAISE(ABORT, 'unit_mergers is append-only'); END;
CREATE TRIGGER unit_mergers_remain BEFORE DELETE ON unit_mergers BEGIN SELECT RAISE(ABORT, 'unit_mergers is append-only'); END;
CREATE TRIGGER standings_stay BEFORE UPDATE ON standings BEGIN SELECT RAISE(ABORT, 'standings is append-only'); END;
CREATE TRIGGER standings_remain BEFORE DELETE ON standings BEGIN SELECT RAISE(ABORT, 'standings is append-only'); END;
CREATE TRIGGER standing_revocations_stay BEFORE UPDATE ON standing_revocations BEGIN SELECT RAISE(ABORT, 'standing_revocations is append-only'); END;
CREATE TRIGGER standing_revocations_remain BEFORE DELETE ON standing_revocations BEGIN SELECT RAISE(ABORT, 'standing_revocations is append-only'); END;

-- INSERT OR REPLACE removes a row without asking the triggers for DELETE.
CREATE TRIGGER unit_names_once BEFORE INSERT ON unit_names WHEN EXISTS (SELECT 1 FROM unit_names WHERE agency = NEW.agency AND unit = NEW.unit AND until_day = NEW.until_day)
    BEGIN SELECT RAISE(ABORT, 'unit_names is append-only'); END;
CREATE TRIGGER unit_mergers_once BEFORE INSERT ON unit_mergers WHEN EXISTS (SELECT 1 FROM unit_mergers WHERE agency = NEW.agency AND unit = NEW.unit)
    BEGIN SELECT RAISE(ABORT, 'unit_mergers is append-only'); END;
CREATE TRIGGER standings_once BEFORE INSERT ON standings WHEN EXISTS (SELECT 1 FROM standings WHERE agency = NEW.agency AND id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'standings is append-only'); END;
CREATE TRIGGER standing_revocations_once BEFORE INSERT ON standing_revocations WHEN EXISTS (SELECT 1 FROM standing_revocations WHERE agency = NEW.agency AND standing = NEW.standing)
    BEGIN SELECT RAISE(ABORT, 'standing_revocations is append-only'); END;
