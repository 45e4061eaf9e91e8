-- What people thought of how their case was handled. Free words are in the vault.
CREATE TABLE survey (
    case_id bigint NOT NULL PRIMARY KEY REFERENCES cases (id),
    unit_id $uuid NOT NULL REFERENCES unit (id),
    at $moment NOT NULL,
    clearness integer NOT NULL,
    simplicity integer NOT NULL,
    manner integer NOT NULL
);
CREATE INDEX survey_at ON survey (at);
