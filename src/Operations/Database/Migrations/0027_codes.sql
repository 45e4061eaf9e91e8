-- A code that somebody gave the person, and links by which they say how it went. Only the hash of a link is kept.
ALTER TABLE cases ADD COLUMN code_given_at $moment;

CREATE TABLE survey_link (
    hash $bytes NOT NULL PRIMARY KEY,
    case_id bigint NOT NULL REFERENCES cases (id),
    expires_at $moment NOT NULL
);
CREATE INDEX survey_link_expires ON survey_link (expires_at);
