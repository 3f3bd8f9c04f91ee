-- The same tables as in 0005-dokumen.sqlite.sql, where they are explained.

CREATE TABLE blobs (
    sha256 TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    size BIGINT NOT NULL CHECK (size >= 1),
    kept_at BIGINT NOT NULL
);

CREATE TABLE blob_pieces (
    sha256 TEXT COLLATE "C" NOT NULL REFERENCES blobs (sha256),
    number BIGINT NOT NULL CHECK (number >= 0),
    bytes BYTEA NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 262144),
    PRIMARY KEY (sha256, number)
);
-- Nearly all of it is packed already; trying again would only cost time.
ALTER TABLE blob_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE documents (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    id TEXT COLLATE "C" NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    unit TEXT COLLATE "C",
    candidacy TEXT COLLATE "C",
    kind TEXT COLLATE "C" NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
    title TEXT COLLATE "C" NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    reference TEXT COLLATE "C" CHECK (length(reference) BETWEEN 1 AND 100),
    dated TEXT COLLATE "C" CHECK (length(dated) = 10),
    sha256 TEXT COLLATE "C" NOT NULL REFERENCES blobs (sha256),
    size BIGINT NOT NULL CHECK (size >= 1),
    media TEXT COLLATE "C" NOT NULL,
    uploaded_by TEXT COLLATE "C" NOT NULL,
    uploaded_at BIGINT NOT NULL,
    withdrawn_by TEXT COLLATE "C",
    withdrawn_at BIGINT,
    withdrawn_reason TEXT COLLATE "C" CHECK (length(withdrawn_reason) BETWEEN 1 AND 500),
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, unit) REFERENCES work_units (agency, id),
    FOREIGN KEY (agency, candidacy) REFERENCES candidacies (agency, id),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE INDEX documents_by_unit ON documents (agency, unit, id);
CREATE INDEX documents_by_candidacy ON documents (agency, candidacy, id);
CREATE INDEX documents_by_blob ON documents (sha256);

CREATE FUNCTION zona_refuse_document_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a document is only withdrawn, once';
END
$$;
CREATE TRIGGER documents_stay BEFORE UPDATE ON documents FOR EACH ROW
WHEN (OLD.withdrawn_at IS NOT NULL OR NEW.agency <> OLD.agency OR NEW.id <> OLD.id OR NEW.unit IS DISTINCT FROM OLD.unit
    OR NEW.candidacy IS DISTINCT FROM OLD.candidacy OR NEW.kind <> OLD.kind OR NEW.title <> OLD.title
    OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.dated IS DISTINCT FROM OLD.dated OR NEW.sha256 <> OLD.sha256
    OR NEW.size <> OLD.size OR NEW.media <> OLD.media OR NEW.uploaded_by <> OLD.uploaded_by OR NEW.uploaded_at <> OLD.uploaded_at)
EXECUTE FUNCTION zona_refuse_document_change();
CREATE TRIGGER documents_remain BEFORE DELETE ON documents FOR EACH ROW EXECUTE FUNCTION zona_refuse_change();
CREATE TRIGGER documents_last BEFORE TRUNCATE ON documents FOR EACH STATEMENT EXECUTE FUNCTION zona_refuse_change();

-- What the overview of an agency shows without looking at every candidacy.
CREATE INDEX candidacies_waiting ON candidacies (agency, stage_since, id) WHERE needs_attention IS NOT NULL;
CREATE INDEX candidacies_ending ON candidacies (agency, valid_until, id) WHERE valid_until IS NOT NULL;

-- Ways into a demonstration without a password; empty wherever data are real.
CREATE TABLE demo_links (
    token BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(token) = 32),
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    role TEXT COLLATE "C" NOT NULL,
    until BIGINT NOT NULL
);
