-- Documents: what a file holds (blobs, by content, each once), and what it is to whom (documents). Where the bytes
-- stand, in the data folder or in blob_pieces: ADR 0035.

CREATE TABLE blobs (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    size INTEGER NOT NULL CHECK (size >= 1),
    kept_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE blob_pieces (
    sha256 TEXT NOT NULL REFERENCES blobs (sha256),
    number INTEGER NOT NULL CHECK (number >= 0),
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 262144),
    PRIMARY KEY (sha256, number)
) STRICT;

CREATE TABLE documents (
    agency TEXT NOT NULL REFERENCES agencies (id),
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    unit TEXT,
    candidacy TEXT,
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    reference TEXT CHECK (length(reference) BETWEEN 1 AND 100),
    dated TEXT CHECK (length(dated) = 10),
    sha256 TEXT NOT NULL REFERENCES blobs (sha256),
    size INTEGER NOT NULL CHECK (size >= 1),
    media TEXT NOT NULL,
    uploaded_by TEXT NOT NULL,
    uploaded_at INTEGER NOT NULL,
    withdrawn_by TEXT,
    withdrawn_at INTEGER,
    withdrawn_reason TEXT CHECK (length(withdrawn_reason) BETWEEN 1 AND 500),
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX documents_by_unit ON documents (agency, unit, id);
CREATE INDEX documents_by_candidacy ON documents (agency, candidacy, id);
CREATE INDEX documents_by_blob ON documents (sha256);

-- A document is withdrawn, once; it is never changed and never deleted.
CREATE TRIGGER documents_stay BEFORE UPDATE ON documents
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.agency <> OLD.agency OR NEW.id <> OLD.id OR NEW.unit IS NOT OLD.unit
    OR NEW.candidacy IS NOT OLD.candidacy OR NEW.kind <> OLD.kind OR NEW.title <> OLD.title
    OR NEW.reference IS NOT OLD.reference OR NEW.dated IS NOT OLD.dated OR NEW.sha256 <> OLD.sha256 OR NEW.size <> OLD.size
    OR NEW.media <> OLD.media OR NEW.uploaded_by <> OLD.uploaded_by OR NEW.uploaded_at <> OLD.uploaded_at
BEGIN SELECT RAISE(ABORT, 'a document is only withdrawn, once'); END;
CREATE TRIGGER documents_remain BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'documents are never deleted'); END;

-- What the overview of an agency shows without looking at every candidacy.
CREATE INDEX candidacies_waiting ON candidacies (agency, stage_since, id) WHERE needs_attention IS NOT NULL;
CREATE INDEX candidacies_ending ON candidacies (agency, valid_until, id) WHERE valid_until IS NOT NULL;

-- Ways into a demonstration without a password; empty wherever data are real.
CREATE TABLE demo_links (
    token BLOB NOT NULL PRIMARY KEY CHECK (length(token) = 32),
    account TEXT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
