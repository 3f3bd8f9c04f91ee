-- Times are milliseconds since 1970 (UTC), days are yyyy-MM-dd, truth values 0 and 1, ids text made by the program.
-- What belongs to no agency stands under the agency 'nasional'. The same tables for PostgreSQL: 0001-dasar.postgres.sql.

CREATE TABLE agencies (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    parent TEXT REFERENCES agencies (id),
    utc_offset INTEGER NOT NULL DEFAULT 420 CHECK (utc_offset BETWEEN -720 AND 840),
    second_factor TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE work_units (
    agency TEXT NOT NULL REFERENCES agencies (id),
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    parent TEXT,
    created_at INTEGER NOT NULL,
    closed_at INTEGER,
    PRIMARY KEY (agency, id),
    UNIQUE (agency, code),
    FOREIGN KEY (agency, parent) REFERENCES work_units (agency, id)
) STRICT, WITHOUT ROWID;

-- People may hold roles in several agencies, and sign-in looks them up before any agency is known.
CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
    agency TEXT NOT NULL REFERENCES agencies (id),
    state TEXT NOT NULL CHECK (state IN ('diundang', 'aktif', 'ditutup')),
    password TEXT,
    password_at INTEGER,
    totp_secret BLOB,
    totp_step INTEGER,
    totp_at INTEGER,
    created_at INTEGER NOT NULL,
    closed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX accounts_by_agency ON accounts (agency, id);

-- All personal data of an account in one place, so that it can be erased while the account's id stays in the journal.
CREATE TABLE people (
    account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    nip TEXT UNIQUE,
    email TEXT UNIQUE,
    CHECK (nip IS NOT NULL OR email IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE grants (
    agency TEXT NOT NULL REFERENCES agencies (id),
    id TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    unit TEXT,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    until_day TEXT CHECK (length(until_day) = 10 AND until_day >= from_day),
    granted_by TEXT NOT NULL,
    granted_at INTEGER NOT NULL,
    revoked_by TEXT,
    revoked_at INTEGER,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX grants_by_account ON grants (account) WHERE revoked_at IS NULL;
CREATE INDEX grants_by_unit ON grants (agency, unit) WHERE revoked_at IS NULL;

CREATE TABLE sessions (
    token BLOB NOT NULL PRIMARY KEY CHECK (length(token) = 32),
    account TEXT NOT NULL REFERENCES accounts (id),
    id TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL,
    pending TEXT CHECK (pending IN ('kode', 'pasang-faktor-kedua', 'ganti-sandi')),
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_account ON sessions (account);

CREATE TABLE recovery_codes (
    account TEXT NOT NULL REFERENCES accounts (id),
    code BLOB NOT NULL CHECK (length(code) = 32),
    used_at INTEGER,
    PRIMARY KEY (account, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE one_time_links (
    token BLOB NOT NULL PRIMARY KEY CHECK (length(token) = 32),
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('penyiapan', 'undangan', 'atur-ulang-sandi', 'atur-ulang-faktor-kedua')),
    account TEXT REFERENCES accounts (id),
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER,
    withdrawn_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX one_time_links_by_account ON one_time_links (account);

-- What takes two people: one asks, another decides. What is asked for stands in `request` as one line.
CREATE TABLE approvals (
    agency TEXT NOT NULL REFERENCES agencies (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('atur-ulang-sandi', 'atur-ulang-faktor-kedua', 'beri-peran', 'cabut-peran', 'tutup')),
    account TEXT NOT NULL REFERENCES accounts (id),
    request TEXT NOT NULL,
    requested_by TEXT NOT NULL,
    requested_at INTEGER NOT NULL,
    decided_by TEXT,
    decided_at INTEGER,
    is_granted INTEGER CHECK (is_granted IN (0, 1)),
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX approvals_open ON approvals (agency, account) WHERE decided_at IS NULL;
CREATE UNIQUE INDEX approvals_once ON approvals (account, kind, request) WHERE decided_at IS NULL;

-- Failed sign-ins, by account and by address; the key is a keyed digest, so that no address can be read here.
CREATE TABLE sign_in_failures (
    key BLOB NOT NULL CHECK (length(key) = 32),
    at INTEGER NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (key, at, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_failures_by_time ON sign_in_failures (at);

-- Who does scheduled work, when several servers share a database.
CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal. Only the head of a chain changes; all else is appended and never changed.
CREATE TABLE journal_heads (
    agency TEXT NOT NULL PRIMARY KEY REFERENCES agencies (id),
    size INTEGER NOT NULL CHECK (size >= 0),
    head BLOB NOT NULL CHECK (length(head) = 32),
    frontier BLOB NOT NULL,
    last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_entries (
    agency TEXT NOT NULL REFERENCES agencies (id),
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
    PRIMARY KEY (agency, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_entries_by_actor ON journal_entries (agency, actor, sequence);
CREATE INDEX journal_entries_by_kind ON journal_entries (agency, kind, sequence);

CREATE TABLE journal_nodes (
    agency TEXT NOT NULL REFERENCES agencies (id),
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 7),
    position INTEGER NOT NULL CHECK (position >= 0),
    fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
    PRIMARY KEY (agency, level, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_checkpoints (
    agency TEXT NOT NULL REFERENCES agencies (id),
    size INTEGER NOT NULL CHECK (size >= 0),
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (agency, size, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_keys (
    id TEXT NOT NULL PRIMARY KEY,
    public BLOB NOT NULL CHECK (length(public) = 32),
    since INTEGER NOT NULL,
    rotation TEXT
) STRICT, WITHOUT ROWID;

-- What opens a commitment in the journal. Erasing a row is lawful deletion; the chain stands.
CREATE TABLE journal_openings (
    agency TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    field TEXT NOT NULL,
    account TEXT NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    value TEXT NOT NULL,
    PRIMARY KEY (agency, sequence, field),
    FOREIGN KEY (agency, sequence) REFERENCES journal_entries (agency, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_openings_by_account ON journal_openings (account);

CREATE TRIGGER journal_entries_stay BEFORE UPDATE ON journal_entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_entries_remain BEFORE DELETE ON journal_entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_nodes_stay BEFORE UPDATE ON journal_nodes BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_nodes_remain BEFORE DELETE ON journal_nodes BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_checkpoints_stay BEFORE UPDATE ON journal_checkpoints BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_checkpoints_remain BEFORE DELETE ON journal_checkpoints BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keys_stay BEFORE UPDATE ON journal_keys BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keys_remain BEFORE DELETE ON journal_keys BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_openings_stay BEFORE UPDATE ON journal_openings BEGIN SELECT RAISE(ABORT, 'openings are only added or erased'); END;

-- INSERT OR REPLACE removes a row without asking the triggers for DELETE.
CREATE TRIGGER journal_entries_once BEFORE INSERT ON journal_entries WHEN EXISTS (SELECT 1 FROM journal_entries WHERE agency = NEW.agency AND sequence = NEW.sequence)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_nodes_once BEFORE INSERT ON journal_nodes WHEN EXISTS (SELECT 1 FROM journal_nodes WHERE agency = NEW.agency AND level = NEW.level AND position = NEW.position)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_checkpoints_once BEFORE INSERT ON journal_checkpoints WHEN EXISTS (SELECT 1 FROM journal_checkpoints WHERE agency = NEW.agency AND size = NEW.size AND at = NEW.at)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keys_once BEFORE INSERT ON journal_keys WHEN EXISTS (SELECT 1 FROM journal_keys WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_openings_once BEFORE INSERT ON journal_openings WHEN EXISTS (SELECT 1 FROM journal_openings WHERE agency = NEW.agency AND sequence = NEW.sequence AND field = NEW.field)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
