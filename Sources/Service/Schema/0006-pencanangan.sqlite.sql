-- Declaration, integrity pact and selection of units. The same tables for PostgreSQL: the file beside this one.
-- Names and numbers of employees and members are personal data: NULL once they were erased.

CREATE TABLE declarations (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    held_on TEXT NOT NULL CHECK (length(held_on) = 10),
    place TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 500),
    publication TEXT NOT NULL CHECK (length(publication) <= 500),
    witnesses TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (agency, candidacy),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE readiness_statements (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    stated_on TEXT NOT NULL CHECK (length(stated_on) = 10),
    stated_by TEXT NOT NULL,
    stated_at INTEGER NOT NULL,
    PRIMARY KEY (agency, candidacy),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE employees (
    agency TEXT NOT NULL,
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    unit TEXT NOT NULL,
    account TEXT REFERENCES accounts (id),
    name TEXT CHECK (length(name) BETWEEN 1 AND 120),
    nip TEXT CHECK (length(nip) = 18),
    from_day TEXT CHECK (length(from_day) = 10),
    until_day TEXT CHECK (length(until_day) = 10 AND (from_day IS NULL OR until_day >= from_day)),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX employees_by_name ON employees (agency, unit, lower(coalesce(name, '')), id);
CREATE UNIQUE INDEX employees_once_by_nip ON employees (agency, unit, nip) WHERE nip IS NOT NULL;
CREATE UNIQUE INDEX employees_once_by_account ON employees (agency, unit, account) WHERE account IS NOT NULL;
CREATE INDEX employees_by_account ON employees (account) WHERE account IS NOT NULL;

CREATE TABLE pact_signatures (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    employee TEXT NOT NULL,
    signed_on TEXT NOT NULL CHECK (length(signed_on) = 10),
    manner TEXT NOT NULL CHECK (manner IN ('layar', 'kertas')),
    document TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (agency, candidacy, employee),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id),
    FOREIGN KEY (agency, employee) REFERENCES employees (agency, id),
    CHECK (manner = 'kertas' OR document IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX pact_signatures_by_employee ON pact_signatures (agency, employee);

CREATE TABLE working_groups (
    agency TEXT NOT NULL REFERENCES agencies (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 9999),
    decree TEXT NOT NULL CHECK (length(decree) BETWEEN 1 AND 100),
    decreed_on TEXT NOT NULL CHECK (length(decreed_on) = 10),
    recorded_by TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (agency, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE working_group_members (
    agency TEXT NOT NULL,
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    year INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('ketua', 'sekretaris', 'anggota')),
    account TEXT REFERENCES accounts (id),
    name TEXT CHECK (length(name) BETWEEN 1 AND 120),
    nip TEXT CHECK (length(nip) = 18),
    added_at INTEGER NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, year) REFERENCES working_groups (agency, year)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX working_group_members_once ON working_group_members (agency, year, nip) WHERE nip IS NOT NULL;
CREATE INDEX working_group_members_by_year ON working_group_members (agency, year, id);
CREATE INDEX working_group_members_by_account ON working_group_members (account) WHERE account IS NOT NULL;

CREATE TABLE selection_scores (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    criterion TEXT NOT NULL CHECK (length(criterion) BETWEEN 1 AND 60),
    score INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    PRIMARY KEY (agency, candidacy, criterion),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE selection_meetings (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    met_on TEXT NOT NULL CHECK (length(met_on) = 10),
    document TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (agency, candidacy),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidacies_by_year ON candidacies (agency, year, id);
