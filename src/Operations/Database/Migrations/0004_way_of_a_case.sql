-- The whole way of a case: ladders, consultation and draft, report, joining, categories, secrecy, time that wakes.
ALTER TABLE cases ADD COLUMN regime text NOT NULL DEFAULT 'general';
ALTER TABLE cases ADD COLUMN secrecy_provision text;
ALTER TABLE cases ADD COLUMN concerns_person_id $uuid;
ALTER TABLE cases ADD COLUMN refusals integer NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN acknowledged_at $moment;
ALTER TABLE cases ADD COLUMN consultations text NOT NULL DEFAULT '[]';
ALTER TABLE cases ADD COLUMN parts text NOT NULL DEFAULT '[]';
ALTER TABLE cases ADD COLUMN drafted_at $moment;
ALTER TABLE cases ADD COLUMN rests_until $moment;
ALTER TABLE cases ADD COLUMN messaged_at $moment;
ALTER TABLE cases ADD COLUMN reported_at $moment;
ALTER TABLE cases ADD COLUMN where_to_turn_at $moment;
ALTER TABLE cases ADD COLUMN is_unsolved $bool NOT NULL DEFAULT $false;
ALTER TABLE cases ADD COLUMN joined_to bigint;

ALTER TABLE case_clock ADD COLUMN paused_at $moment;
ALTER TABLE case_clock ADD COLUMN paused_for integer NOT NULL DEFAULT 0;
ALTER TABLE case_clock ADD COLUMN reminded_at $moment;
ALTER TABLE case_clock ADD COLUMN escalated_at $moment;
CREATE INDEX case_clock_to_wake ON case_clock (warn_at) WHERE stopped_at IS NULL AND reminded_at IS NULL;
CREATE INDEX case_clock_overdue ON case_clock (due_at) WHERE stopped_at IS NULL AND escalated_at IS NULL;

CREATE TABLE case_category (
    case_id bigint NOT NULL REFERENCES cases (id),
    tree text NOT NULL,
    code text NOT NULL,
    PRIMARY KEY (case_id, tree, code)
);
CREATE INDEX case_category_by_code ON case_category (tree, code, case_id);

-- Who must not see a case although they carry one of its keys: the one whom it is about (R-SEC-03).
CREATE TABLE case_hidden (
    case_id bigint NOT NULL REFERENCES cases (id),
    person_id $uuid NOT NULL REFERENCES person (id),
    PRIMARY KEY (case_id, person_id)
);
CREATE INDEX case_hidden_by_person ON case_hidden (person_id, case_id);

-- What was said but not wanted as a case: counted, and nothing more is known of it (S3; R-IN-09).
CREATE TABLE counted_view (
    id $uuid NOT NULL PRIMARY KEY,
    unit_id $uuid NOT NULL REFERENCES unit (id),
    kind text NOT NULL,
    channel text NOT NULL,
    day date NOT NULL
);

-- One node does a job at a time; the lease goes by itself when the node does.
CREATE TABLE job_lease (
    name text NOT NULL PRIMARY KEY,
    held_by $uuid NOT NULL,
    until $moment NOT NULL
);
