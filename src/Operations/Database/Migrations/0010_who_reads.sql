-- Who has read what, who may read of somebody protected, and finding the case of somebody who calls.
ALTER TABLE cases ADD COLUMN named_reader $uuid;
CREATE INDEX journal_opened ON journal (at) WHERE kind = 'VaultOpened';

CREATE TABLE caller_token (
    case_id bigint NOT NULL REFERENCES cases (id),
    mark text NOT NULL,
    token $bytes NOT NULL,
    PRIMARY KEY (case_id, mark)
);
CREATE INDEX caller_token_by_token ON caller_token (token);

CREATE TABLE reading_verdict (
    sequence bigint NOT NULL PRIMARY KEY,
    by $uuid NOT NULL REFERENCES person (id),
    at $moment NOT NULL,
    is_in_order $bool NOT NULL,
    note text
);
