-- Cases that are about one and the same thing, who looks into it for all of them, and what was found. No personal data.
CREATE TABLE theme (
    id $key,
    unit_id $uuid NOT NULL REFERENCES unit (id),
    title text NOT NULL,
    words text NOT NULL,
    cases text NOT NULL,
    is_dismissed $bool NOT NULL,
    started_at $moment NOT NULL,
    started_by $uuid NOT NULL REFERENCES person (id),
    investigator_id $uuid NOT NULL REFERENCES person (id),
    finding text,
    found_at $moment,
    found_by $uuid REFERENCES person (id),
    version integer NOT NULL
);
