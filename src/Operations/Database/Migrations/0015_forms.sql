-- Numbered paper forms: which lies where, and in which case it came back. Nothing of whoever fills them in.
CREATE TABLE printed_form (
    year integer NOT NULL,
    number integer NOT NULL,
    printing_id $uuid NOT NULL,
    unit_id $uuid NOT NULL REFERENCES unit (id),
    language text NOT NULL,
    printed_at $moment NOT NULL,
    printed_by $uuid NOT NULL REFERENCES person (id),
    PRIMARY KEY (year, number)
);
CREATE INDEX printed_form_by_printing ON printed_form (printing_id);
CREATE INDEX printed_form_by_unit ON printed_form (unit_id, printed_at);

CREATE TABLE form_use (
    year integer NOT NULL,
    number integer NOT NULL,
    case_id bigint NOT NULL REFERENCES cases (id),
    at $moment NOT NULL,
    PRIMARY KEY (year, number, case_id),
    FOREIGN KEY (year, number) REFERENCES printed_form (year, number)
);
CREATE INDEX form_use_by_case ON form_use (case_id);
