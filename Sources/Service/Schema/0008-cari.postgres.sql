-- The words by which units and people are found, in one spelling (see SearchText). Made anew by the program when it spells otherwise.
CREATE TABLE search_words (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('unit', 'orang')),
    subject TEXT COLLATE "C" NOT NULL,
    word TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (agency, kind, subject, word)
);
CREATE INDEX search_words_by_word ON search_words (agency, kind, word, subject);
CREATE INDEX search_words_of_people ON search_words (subject) WHERE kind = 'orang';

-- Forms of each word with letters left out, by which words with typing slips are found.
CREATE TABLE search_variants (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('unit', 'orang')),
    variant TEXT COLLATE "C" NOT NULL,
    word TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (agency, kind, variant, word)
);

-- Files that wait for a decision after their preview, for an hour. File and links are sealed: both hold personal data.
CREATE TABLE imports (
    agency TEXT COLLATE "C" NOT NULL REFERENCES agencies (id),
    id TEXT COLLATE "C" NOT NULL CHECK (length(id) BETWEEN 1 AND 40),
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('instansi', 'unit', 'orang')),
    content BYTEA,
    created_at BIGINT NOT NULL,
    carried_out_at BIGINT,
    links BYTEA,
    PRIMARY KEY (agency, id)
);
CREATE INDEX imports_by_time ON imports (created_at);
