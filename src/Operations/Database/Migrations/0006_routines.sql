-- That somebody has read their duties in a version of a routine (R-FLOW-16).
CREATE TABLE duties_read (
    person_id $uuid NOT NULL REFERENCES person (id),
    routine text NOT NULL,
    version integer NOT NULL,
    at $moment NOT NULL,
    PRIMARY KEY (person_id, routine, version)
);
