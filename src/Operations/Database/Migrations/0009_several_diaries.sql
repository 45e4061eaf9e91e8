-- A case that goes from one board to another has a row in each diary (law.md SR-2.12).
CREATE TABLE diary_entry_anew (
    series text NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    case_id bigint NOT NULL REFERENCES cases (id),
    registered_at $moment NOT NULL,
    arrived_on date NOT NULL,
    public_party text NOT NULL,
    public_subject text NOT NULL,
    unit_slug text NOT NULL,
    unit_name text NOT NULL,
    closed_at $moment,
    PRIMARY KEY (series, year, number)
);
INSERT INTO diary_entry_anew SELECT series, year, number, case_id, registered_at, arrived_on, public_party, public_subject, unit_slug, unit_name, closed_at FROM diary_entry;
DROP TABLE diary_entry;
ALTER TABLE diary_entry_anew RENAME TO diary_entry;
CREATE INDEX diary_entry_by_day ON diary_entry (series, year, arrived_on);
CREATE INDEX diary_entry_by_case ON diary_entry (case_id);
