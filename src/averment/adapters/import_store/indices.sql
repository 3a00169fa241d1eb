-- Made after the rows of an import: an index that grows with each row costs more.

CREATE INDEX IF NOT EXISTS roll_calls_by_symbol ON roll_calls (symbol);
CREATE INDEX IF NOT EXISTS roll_calls_by_session ON roll_calls (body, session);
CREATE INDEX IF NOT EXISTS roll_calls_by_import ON roll_calls (import);
CREATE INDEX IF NOT EXISTS acts_by_instrument ON acts (instrument);
CREATE INDEX IF NOT EXISTS texts_by_symbol ON texts (symbol);
