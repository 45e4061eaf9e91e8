-- Administration: places that have ended, where a person can turn (R-FLOW-08), the municipality's own templates.
ALTER TABLE unit ADD COLUMN ended date;

CREATE TABLE recipient (
    id $uuid NOT NULL PRIMARY KEY,
    name text NOT NULL,
    what_for text NOT NULL,
    phone text,
    web text,
    position integer NOT NULL
);

CREATE TABLE own_template (
    id $uuid NOT NULL PRIMARY KEY,
    "use" text NOT NULL,
    kind text,
    language text NOT NULL,
    regime text,
    subject text NOT NULL,
    text text NOT NULL
);

-- Whether a place can be ended is asked of its offers too.
CREATE INDEX cases_offered_from ON cases (offered_from_unit_id) WHERE offered_from_unit_id IS NOT NULL;
