-- The user's imports. Version 1, kept in PRAGMA user_version.
-- A change of this file is a new version: the program refuses a later one.

CREATE TABLE imports (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    kind    TEXT NOT NULL,
    files   TEXT NOT NULL,  -- JSON list of names without folders
    digest  TEXT NOT NULL,  -- SHA-256 of the bytes, in hexadecimal
    target  TEXT NOT NULL,  -- instrument or symbol that the file is about, or ''
    rows    INTEGER NOT NULL,
    as_of   TEXT NOT NULL,
    title   TEXT NOT NULL,
    rank    INTEGER NOT NULL,
    remarks TEXT NOT NULL,  -- JSON list of sentences
    voters  TEXT NOT NULL,  -- State codes with spaces between: the places of the letters below
    UNIQUE (digest, target)
);

CREATE TABLE roll_calls (
    import     INTEGER NOT NULL REFERENCES imports (number),
    symbol     TEXT NOT NULL,
    body       TEXT NOT NULL,
    session    TEXT NOT NULL,
    part       TEXT NOT NULL,
    voted_on   TEXT,
    manner     TEXT NOT NULL,
    yes        INTEGER,
    no         INTEGER,
    abstain    INTEGER,
    not_voting INTEGER,
    meeting    TEXT NOT NULL,
    label      TEXT NOT NULL,
    complete   INTEGER NOT NULL,
    choices    TEXT NOT NULL  -- Y, N, A, X or . for each voter of the import, by place
);

CREATE TABLE acts (
    import     INTEGER NOT NULL REFERENCES imports (number),
    instrument TEXT NOT NULL,
    state      TEXT NOT NULL,
    kind       TEXT NOT NULL,
    day        TEXT NOT NULL,
    note       TEXT NOT NULL
);

CREATE TABLE texts (
    import INTEGER NOT NULL REFERENCES imports (number),
    symbol TEXT NOT NULL,
    text   TEXT NOT NULL
);
