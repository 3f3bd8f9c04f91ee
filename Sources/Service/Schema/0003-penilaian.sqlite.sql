-- The assessment by TPI and the scoring sheets of a candidacy. The same tables for PostgreSQL: 0003-penilaian.postgres.sql.

-- One team a round; a unit that is returned for development is assessed in a new round.
CREATE TABLE assessment_teams (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    round INTEGER NOT NULL CHECK (round >= 1),
    decree_number TEXT CHECK (length(decree_number) BETWEEN 1 AND 100),
    decree_day TEXT CHECK (length(decree_day) = 10),
    changed_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    CHECK ((decree_number IS NULL) = (decree_day IS NULL)),
    PRIMARY KEY (agency, candidacy, round),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment_members (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    round INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    seat TEXT NOT NULL CHECK (seat IN ('ketua', 'pengendali-teknis', 'anggota')),
    PRIMARY KEY (agency, candidacy, round, account),
    FOREIGN KEY (agency, candidacy, round) REFERENCES assessment_teams (agency, candidacy, round)
) STRICT, WITHOUT ROWID;
CREATE INDEX assessment_members_by_account ON assessment_members (account);

-- What members say about their interests. The last counts; the units stand one in a line.
CREATE TABLE interest_declarations (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    round INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    day TEXT NOT NULL CHECK (length(day) = 10),
    units TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (agency, candidacy, round, account, sequence),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX interest_declarations_by_account ON interest_declarations (agency, account, at);

-- Answers as they were brought in, with the scores they came to. Fractions as p/q. A new upload is a new version.
CREATE TABLE score_sheets (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    party TEXT NOT NULL CHECK (party IN ('unit', 'tpi', 'tpn')),
    version INTEGER NOT NULL CHECK (version >= 1),
    round INTEGER NOT NULL CHECK (round >= 1),
    designation TEXT NOT NULL CHECK (designation IN ('wbk', 'wbbm')),
    instrument TEXT NOT NULL,
    instrument_version INTEGER NOT NULL,
    format TEXT NOT NULL,
    answers TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    floor TEXT NOT NULL,
    spreadsheet TEXT NOT NULL,
    ceiling TEXT NOT NULL,
    unanswered INTEGER NOT NULL CHECK (unanswered >= 0),
    findings INTEGER NOT NULL CHECK (findings >= 0),
    parts TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (agency, candidacy, party, version),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
) STRICT, WITHOUT ROWID;

-- Versions of the unit's sheet that its head handed in. The last one counts.
CREATE TABLE sheet_hand_ins (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    version INTEGER NOT NULL,
    party TEXT NOT NULL CHECK (party = 'unit'),
    handed_in_by TEXT NOT NULL,
    handed_in_at INTEGER NOT NULL,
    PRIMARY KEY (agency, candidacy, version),
    FOREIGN KEY (agency, candidacy, party, version) REFERENCES score_sheets (agency, candidacy, party, version)
) STRICT, WITHOUT ROWID;

-- The report to the head of the agency; every version stays.
CREATE TABLE assessment_reports (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    round INTEGER NOT NULL CHECK (round >= 1),
    version INTEGER NOT NULL CHECK (version >= 1),
    summary TEXT NOT NULL,
    recommendations TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    written_by TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (agency, candidacy, round, version),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
) STRICT, WITHOUT ROWID;

-- The lead's signature under exactly these versions. It is void once one of them is not the last any more.
CREATE TABLE assessment_signatures (
    agency TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    round INTEGER NOT NULL CHECK (round >= 1),
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    unit_version INTEGER NOT NULL,
    team_version INTEGER NOT NULL,
    report_version INTEGER NOT NULL,
    signed_by TEXT NOT NULL,
    signed_at INTEGER NOT NULL,
    PRIMARY KEY (agency, candidacy, round, sequence),
    FOREIGN KEY (agency, candidacy, round, report_version) REFERENCES assessment_reports (agency, candidacy, round, version)
) STRICT, WITHOUT ROWID;

-- The sheet that lists show for a unit: of its latest candidacy, of the party whose result stands.
CREATE TABLE unit_scores (
    agency TEXT NOT NULL,
    unit TEXT NOT NULL,
    candidacy TEXT NOT NULL,
    party TEXT NOT NULL,
    version INTEGER NOT NULL,
    instrument TEXT NOT NULL,
    designation TEXT NOT NULL,
    unmet INTEGER NOT NULL CHECK (unmet >= 0),
    PRIMARY KEY (agency, unit),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id),
    FOREIGN KEY (agency, candidacy, party, version) REFERENCES score_sheets (agency, candidacy, party, version)
) STRICT, WITHOUT ROWID;

-- Its columns, each with the exact points and a whole number that sorts like them: billionths of a point, rounded down.
CREATE TABLE unit_score_parts (
    agency TEXT NOT NULL,
    unit TEXT NOT NULL,
    part TEXT NOT NULL,
    instrument TEXT NOT NULL,
    designation TEXT NOT NULL,
    points TEXT NOT NULL,
    place INTEGER NOT NULL,
    is_met INTEGER CHECK (is_met IN (0, 1)),
    PRIMARY KEY (agency, unit, part),
    FOREIGN KEY (agency, unit) REFERENCES unit_scores (agency, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_score_parts_by_place ON unit_score_parts (agency, instrument, designation, part, place, unit);

-- How many units have points in a column and how many of them meet its minimum, so that nobody has to count.
CREATE TABLE score_tallies (
    agency TEXT NOT NULL REFERENCES agencies (id),
    instrument TEXT NOT NULL,
    designation TEXT NOT NULL,
    part TEXT NOT NULL,
    units INTEGER NOT NULL CHECK (units >= 0),
    met INTEGER NOT NULL CHECK (met BETWEEN 0 AND units),
    PRIMARY KEY (agency, instrument, designation, part)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER interest_declarations_stay BEFORE UPDATE ON interest_declarations BEGIN SELECT RAISE(ABORT, 'declarations are append-only'); END;
CREATE TRIGGER interest_declarations_remain BEFORE DELETE ON interest_declarations BEGIN SELECT RAISE(ABORT, 'declarations are append-only'); END;
CREATE TRIGGER score_sheets_stay BEFORE UPDATE ON score_sheets BEGIN SELECT RAISE(ABORT, 'sheets are append-only'); END;
CREATE TRIGGER score_sheets_remain BEFORE DELETE ON score_sheets BEGIN SELECT RAISE(ABORT, 'sheets are append-only'); END;
CREATE TRIGGER sheet_hand_ins_stay BEFORE UPDATE ON sheet_hand_ins BEGIN SELECT RAISE(ABORT, 'hand-ins are append-only'); END;
CREATE TRIGGER sheet_hand_ins_remain BEFORE DELETE ON sheet_hand_ins BEGIN SELECT RAISE(ABORT, 'hand-ins are append-only'); END;
CREATE TRIGGER assessment_reports_stay BEFORE UPDATE ON assessment_reports BEGIN SELECT RAISE(ABORT, 'reports are append-only'); END;
CREATE TRIGGER assessment_reports_remain BEFORE DELETE ON assessment_reports BEGIN SELECT RAISE(ABORT, 'reports are append-only'); END;
CREATE TRIGGER assessment_signatures_stay BEFORE UPDATE ON assessment_signatures BEGIN SELECT RAISE(ABORT, 'signatures are append-only'); END;
CREATE TRIGGER assessment_signatures_remain BEFORE DELETE ON assessment_signatures BEGIN SELECT RAISE(ABORT, 'signatures are append-only'); END;
