-- Times are milliseconds since 1970 (UTC), days are yyyy-MM-dd, truth values 0 and 1, ids text made by the program.
-- What belongs to no agency stands under the agency 'nasional'. The same tables for SQLite: 0001-dasar.sqlite.sql.

CREATE TABLE agencies (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
    code TEXT COLLATE "C" NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40),
    name TEXT COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    parent TEXT COLLATE "C" REFERENCES agencies (id),
    utc_offset BIGINT NOT NULL DEFAULT 420 CHECK (utc_offset BETWEEN -720 AND 840),
    second_factor TEXT COLLATE "C" NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL
);

CREATE TABLE work_units (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    id TEXT COLLATE "C" NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    code TEXT COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
    name TEXT COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    parent TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    closed_at BIGINT,
    PRIMARY KEY (agency, id),
    UNIQUE (agency, code),
    FOREIGN KEY (agency, parent) REFERENCES work_units (agency, id)
);

-- People may hold roles in several agencies, and sign-in looks them up before any agency is known.
CREATE TABLE accounts (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('diundang', 'aktif', 'ditutup')),
    password TEXT COLLATE "C",
    password_at BIGINT,
    totp_secret BYTEA,
    totp_step BIGINT,
    totp_at BIGINT,
    created_at BIGINT NOT NULL,
    closed_at BIGINT
);
CREATE INDEX accounts_by_agency ON accounts (agency, id);

-- All personal data of an account in one place, so that it can be erased while the account's id stays in the journal.
CREATE TABLE people (
    account TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES accounts (id),
    name TEXT COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    nip TEXT COLLATE "C" UNIQUE,
    email TEXT COLLATE "C" UNIQUE,
    CHECK (nip IS NOT NULL OR email IS NOT NULL)
);

CREATE TABLE grants (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    id TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    role TEXT COLLATE "C" NOT NULL,
    unit TEXT COLLATE "C",
    from_day TEXT COLLATE "C" NOT NULL CHECK (length(from_day) = 10),
    until_day TEXT COLLATE "C" CHECK (length(until_day) = 10 AND until_day >= from_day),
    granted_by TEXT COLLATE "C" NOT NULL,
    granted_at BIGINT NOT NULL,
    revoked_by TEXT COLLATE "C",
    revoked_at BIGINT,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id)
);
CREATE INDEX grants_by_account ON grants (account) WHERE revoked_at IS NULL;
CREATE INDEX grants_by_unit ON grants (agency, unit) WHERE revoked_at IS NULL;

CREATE TABLE sessions (
    token BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(token) = 32),
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    device TEXT COLLATE "C" NOT NULL,
    pending TEXT COLLATE "C" CHECK (pending IN ('kode', 'pasang-faktor-kedua', 'ganti-sandi')),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX sessions_by_account ON sessions (account);

CREATE TABLE recovery_codes (
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    code BYTEA NOT NULL CHECK (octet_length(code) = 32),
    used_at BIGINT,
    PRIMARY KEY (account, code)
);

CREATE TABLE one_time_links (
    token BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(token) = 32),
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('penyiapan', 'undangan', 'atur-ulang-sandi', 'atur-ulang-faktor-kedua')),
    account TEXT COLLATE "C" REFERENCES accounts (id),
    created_by TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    withdrawn_at BIGINT
);
CREATE INDEX one_time_links_by_account ON one_time_links (account);

-- What takes two people: one asks, another decides. What is asked for stands in `request` as one line.
CREATE TABLE approvals (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('atur-ulang-sandi', 'atur-ulang-faktor-kedua', 'beri-peran', 'cabut-peran', 'tutup')),
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    request TEXT COLLATE "C" NOT NULL,
    requested_by TEXT COLLATE "C" NOT NULL,
    requested_at BIGINT NOT NULL,
    decided_by TEXT COLLATE "C",
    decided_at BIGINT,
    is_granted BIGINT CHECK (is_granted IN (0, 1)),
    PRIMARY KEY (agency, id)
);
CREATE INDEX approvals_open ON approvals (agency, account) WHERE decided_at IS NULL;
CREATE UNIQUE INDEX approvals_once ON approvals (account, kind, request) WHERE decided_at IS NULL;

-- Failed sign-ins, by account and by address; the key is a keyed digest, so that no address can be read here.
CREATE TABLE sign_in_failures (
    key BYTEA NOT NULL CHECK (octet_length(key) = 32),
    at BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (key, at, id)
);
CREATE INDEX sign_in_failures_by_time ON sign_in_failures (at);

-- Who does scheduled work, when several servers share a database.
CREATE TABLE leases (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    holder TEXT COLLATE "C" NOT NULL,
    until BIGINT NOT NULL
);

CREATE TABLE settings (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    value TEXT COLLATE "C" NOT NULL
);

-- The journal. Only the head of a chain changes; all else is appended and never changed.
CREATE TABLE journal_heads (
    agency TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES agencies (id),
    size BIGINT NOT NULL CHECK (size >= 0),
    head BYTEA NOT NULL CHECK (octet_length(head) = 32),
    frontier BYTEA NOT NULL,
    last_at BIGINT NOT NULL
);

CREATE TABLE journal_entries (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    sequence BIGINT NOT NULL CHECK (sequence >= 1),
    at BIGINT NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    fingerprint BYTEA NOT NULL CHECK (octet_length(fingerprint) = 32),
    PRIMARY KEY (agency, sequence)
);
CREATE INDEX journal_entries_by_actor ON journal_entries (agency, actor, sequence);
CREATE INDEX journal_entries_by_kind ON journal_entries (agency, kind, sequence);

CREATE TABLE journal_nodes (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    level BIGINT NOT NULL CHECK (level BETWEEN 1 AND 7),
    position BIGINT NOT NULL CHECK (position >= 0),
    fingerprint BYTEA NOT NULL CHECK (octet_length(fingerprint) = 32),
    PRIMARY KEY (agency, level, position)
);

CREATE TABLE journal_checkpoints (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    size BIGINT NOT NULL CHECK (size >= 0),
    at BIGINT NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (agency, size, at)
);

CREATE TABLE journal_keys (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    public BYTEA NOT NULL CHECK (octet_length(public) = 32),
    since BIGINT NOT NULL,
    rotation TEXT
);

-- What opens a commitment in the journal. Erasing a row is lawful deletion; the chain stands.
CREATE TABLE journal_openings (
    agency TEXT COLLATE "C" NOT NULL,
    sequence BIGINT NOT NULL,
    field TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    salt BYTEA NOT NULL CHECK (octet_length(salt) = 16),
    value TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (agency, sequence, field),
    FOREIGN KEY (agency, sequence) REFERENCES journal_entries (agency, sequence)
);
CREATE INDEX journal_openings_by_account ON journal_openings (account);

CREATE FUNCTION zona_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER journal_entries_stay BEFORE UPDATE OR DELETE ON journal_entries FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER journal_entries_remain BEFORE TRUNCATE ON journal_entries FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER journal_nodes_stay BEFORE UPDATE OR DELETE ON journal_nodes FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER journal_nodes_remain BEFORE TRUNCATE ON journal_nodes FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER journal_checkpoints_stay BEFORE UPDATE OR DELETE ON journal_checkpoints FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER journal_checkpoints_remain BEFORE TRUNCATE ON journal_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER journal_keys_stay BEFORE UPDATE OR DELETE ON journal_keys FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER journal_keys_remain BEFORE TRUNCATE ON journal_keys FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER journal_openings_stay BEFORE UPDATE ON journal_openings FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
