-- The assessment by TPI and the scoring sheets of a candidacy. The same tables for SQLite: 0003-penilaian.sqlite.sql.

-- One team a round; a unit that is returned for development is assessed in a new round.
CREATE TABLE assessment_teams (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    round BIGINT NOT NULL CHECK (round >= 1),
    decree_number TEXT COLLATE "C" CHECK (length(decree_number) BETWEEN 1 AND 100),
    decree_day TEXT COLLATE "C" CHECK (length(decree_day) = 10),
    changed_by TEXT COLLATE "C" NOT NULL,
    changed_at BIGINT NOT NULL,
    CHECK ((decree_number IS NULL) = (decree_day IS NULL)),
    PRIMARY KEY (agency, candidacy, round),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
);

CREATE TABLE assessment_members (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    round BIGINT NOT NULL,
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    seat TEXT COLLATE "C" NOT NULL CHECK (seat IN ('ketua', 'pengendali-teknis', 'anggota')),
    PRIMARY KEY (agency, candidacy, round, account),
    FOREIGN KEY (agency, candidacy, round) REFERENCES assessment_teams (agency, candidacy, round)
);
CREATE INDEX assessment_members_by_account ON assessment_members (account);

-- What members say about their interests. The last counts; the units stand one in a line.
CREATE TABLE interest_declarations (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    round BIGINT NOT NULL,
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    sequence BIGINT NOT NULL CHECK (sequence >= 1),
    day TEXT COLLATE "C" NOT NULL CHECK (length(day) = 10),
    units TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (agency, candidacy, round, account, sequence),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
);
CREATE INDEX interest_declarations_by_account ON interest_declarations (agency, account, at);

-- Answers as they were brought in, with the scores they came to. Fractions as p/q. A new upload is a new version.
CREATE TABLE score_sheets (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    party TEXT COLLATE "C" NOT NULL CHECK (party IN ('unit', 'tpi', 'tpn')),
    version BIGINT NOT NULL CHECK (version >= 1),
    round BIGINT NOT NULL CHECK (round >= 1),
    designation TEXT COLLATE "C" NOT NULL CHECK (designation IN ('wbk', 'wbbm')),
    instrument TEXT COLLATE "C" NOT NULL,
    instrument_version BIGINT NOT NULL,
    format TEXT COLLATE "C" NOT NULL,
    answers TEXT COLLATE "C" NOT NULL,
    digest TEXT COLLATE "C" NOT NULL CHECK (length(digest) = 64),
    floor TEXT COLLATE "C" NOT NULL,
    spreadsheet TEXT COLLATE "C" NOT NULL,
    ceiling TEXT COLLATE "C" NOT NULL,
    unanswered BIGINT NOT NULL CHECK (unanswered >= 0),
    findings BIGINT NOT NULL CHECK (findings >= 0),
    parts TEXT COLLATE "C" NOT NULL,
    recorded_by TEXT COLLATE "C" NOT NULL,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (agency, candidacy, party, version),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
);

-- Versions of the unit's sheet that its head handed in. The last one counts.
CREATE TABLE sheet_hand_ins (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    party TEXT COLLATE "C" NOT NULL CHECK (party = 'unit'),
    handed_in_by TEXT COLLATE "C" NOT NULL,
    handed_in_at BIGINT NOT NULL,
    PRIMARY KEY (agency, candidacy, version),
    FOREIGN KEY (agency, candidacy, party, version) REFERENCES score_sheets (agency, candidacy, party, version)
);

-- The report to the head of the agency; every version stays.
CREATE TABLE assessment_reports (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    round BIGINT NOT NULL CHECK (round >= 1),
    version BIGINT NOT NULL CHECK (version >= 1),
    summary TEXT COLLATE "C" NOT NULL,
    recommendations TEXT COLLATE "C" NOT NULL,
    digest TEXT COLLATE "C" NOT NULL CHECK (length(digest) = 64),
    written_by TEXT COLLATE "C" NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (agency, candidacy, round, version),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id)
);

-- The lead's signature under exactly these versions. It is void once one of them is not the last any more.
CREATE TABLE assessment_signatures (
    agency TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    round BIGINT NOT NULL CHECK (round >= 1),
    sequence BIGINT NOT NULL CHECK (sequence >= 1),
    unit_version BIGINT NOT NULL,
    team_version BIGINT NOT NULL,
    report_version BIGINT NOT NULL,
    signed_by TEXT COLLATE "C" NOT NULL,
    signed_at BIGINT NOT NULL,
    PRIMARY KEY (agency, candidacy, round, sequence),
    FOREIGN KEY (agency, candidacy, round, report_version) REFERENCES assessment_reports (agency, candidacy, round, version)
);

-- The sheet that lists show for a unit: of its latest candidacy, of the party whose result stands.
CREATE TABLE unit_scores (
    agency TEXT COLLATE "C" NOT NULL,
    unit TEXT COLLATE "C" NOT NULL,
    candidacy TEXT COLLATE "C" NOT NULL,
    party TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    instrument TEXT COLLATE "C" NOT NULL,
    designation TEXT COLLATE "C" NOT NULL,
    unmet BIGINT NOT NULL CHECK (unmet >= 0),
    PRIMARY KEY (agency, unit),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id),
    FOREIGN KEY (agency, candidacy, party, version) REFERENCES score_sheets (agency, candidacy, party, version)
);

-- Its columns, each with the exact points and a whole number that sorts like them: billionths of a point, rounded down.
CREATE TABLE unit_score_parts (
    agency TEXT COLLATE "C" NOT NULL,
    unit TEXT COLLATE "C" NOT NULL,
    part TEXT COLLATE "C" NOT NULL,
    instrument TEXT COLLATE "C" NOT NULL,
    designation TEXT COLLATE "C" NOT NULL,
    points TEXT COLLATE "C" NOT NULL,
    place BIGINT NOT NULL,
    is_met BIGINT CHECK (is_met IN (0, 1)),
    PRIMARY KEY (agency, unit, part),
    FOREIGN KEY (agency, unit) REFERENCES unit_scores (agency, unit)
);
CREATE INDEX unit_score_parts_by_place ON unit_score_parts (agency, instrument, designation, part, place, unit);

-- How many units have points in a column and how many of them meet its minimum, so that nobody has to count.
CREATE TABLE score_tallies (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    instrument TEXT COLLATE "C" NOT NULL,
    designation TEXT COLLATE "C" NOT NULL,
    part TEXT COLLATE "C" NOT NULL,
    units BIGINT NOT NULL CHECK (units >= 0),
    met BIGINT NOT NULL CHECK (met BETWEEN 0 AND units),
    PRIMARY KEY (agency, instrument, designation, part)
);

CREATE TRIGGER interest_declarations_stay BEFORE UPDATE OR DELETE ON interest_declarations FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER interest_declarations_remain BEFORE TRUNCATE ON interest_declarations FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER score_sheets_stay BEFORE UPDATE OR DELETE ON score_sheets FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER score_sheets_remain BEFORE TRUNCATE ON score_sheets FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER sheet_hand_ins_stay BEFORE UPDATE OR DELETE ON sheet_hand_ins FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER sheet_hand_ins_remain BEFORE TRUNCATE ON sheet_hand_ins FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER assessment_reports_stay BEFORE UPDATE OR DELETE ON assessment_reports FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER assessment_reports_remain BEFORE TRUNCATE ON assessment_reports FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER assessment_signatures_stay BEFORE UPDATE OR DELETE ON assessment_signatures FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER assessment_signatures_remain BEFORE TRUNCATE ON assessment_signatures FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
