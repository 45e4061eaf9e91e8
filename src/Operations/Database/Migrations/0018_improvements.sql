-- What a unit changes because of what people told it, and whether it helped; meetings that went through what people had said. No personal data.
CREATE TABLE improvement_plan (
    id $key,
    unit_id $uuid NOT NULL REFERENCES unit (id),
    title text NOT NULL,
    why text NOT NULL,
    category text,
    cases text NOT NULL,
    started_at $moment NOT NULL,
    started_by $uuid NOT NULL REFERENCES person (id),
    actions text NOT NULL,
    follow_ups text NOT NULL,
    adoptions text NOT NULL,
    shared_at $moment,
    published_at $moment,
    published_by $uuid REFERENCES person (id),
    heard text,
    did text,
    version integer NOT NULL
);

CREATE TABLE workplace_meeting (
    id $uuid NOT NULL PRIMARY KEY,
    unit_id $uuid NOT NULL REFERENCES unit (id),
    day date NOT NULL,
    text text NOT NULL,
    noted_at $moment NOT NULL,
    noted_by $uuid NOT NULL REFERENCES person (id)
);
CREATE INDEX workplace_meeting_by_unit ON workplace_meeting (unit_id, day);
