-- Registers that Gåva takes over: which row became which case, how the columns are read, and a file between upload and import.
-- Marks are keyed hashes: they tell nothing of what stood in a row.
CREATE TABLE imported_row (
    register text NOT NULL,
    mark text NOT NULL,
    case_id bigint NOT NULL REFERENCES cases (id),
    content text NOT NULL,
    PRIMARY KEY (register, mark)
);
CREATE INDEX imported_row_by_case ON imported_row (case_id);

CREATE TABLE register_map (
    name text NOT NULL PRIMARY KEY,
    source text NOT NULL,
    changed_at $moment NOT NULL,
    changed_by $uuid NOT NULL
);

-- The file is sealed; it goes when it is taken in, and after some hours.
CREATE TABLE import_draft (
    id $uuid NOT NULL PRIMARY KEY,
    by $uuid NOT NULL REFERENCES person (id),
    made_at $moment NOT NULL,
    sealed $bytes,
    map text NOT NULL,
    receipt text
);
