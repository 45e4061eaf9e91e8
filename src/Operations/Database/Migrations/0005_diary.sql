-- The diary: a series per board and year, a public row per number, and what waits at the registrar's desk.
ALTER TABLE cases ADD COLUMN diary_state text NOT NULL DEFAULT 'None';
ALTER TABLE cases ADD COLUMN diary_number text;
ALTER TABLE cases ADD COLUMN exempt_for text;
CREATE INDEX cases_wait_for_diary ON cases (arrived_at) WHERE diary_state = 'Waiting';
CREATE INDEX cases_in_diary ON cases (arrived_at) WHERE diary_state = 'Entered';
CREATE INDEX cases_by_routine ON cases (routine_name, arrived_at);

CREATE TABLE diary_series (
    series text NOT NULL,
    year integer NOT NULL,
    last_number integer NOT NULL,
    PRIMARY KEY (series, year)
);

-- What anybody may read, and which case it is. Written at registration; only the closing comes later.
CREATE TABLE diary_entry (
    series text NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    case_id bigint NOT NULL UNIQUE REFERENCES cases (id),
    registered_at $moment NOT NULL,
    arrived_on date NOT NULL,
    public_party text NOT NULL,
    public_subject text NOT NULL,
    unit_slug text NOT NULL,
    unit_name text NOT NULL,
    closed_at $moment,
    PRIMARY KEY (series, year, number)
);
CREATE INDEX diary_entry_by_day ON diary_entry (series, year, arrived_on);
