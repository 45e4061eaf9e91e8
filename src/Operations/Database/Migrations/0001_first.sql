-- The first house: people and places, cases, journal, vault, outbox.
-- $key, $uuid, $moment, $bytes and $bool are the two databases' own names (NumberedSql.cs).

CREATE TABLE unit (
    id $uuid NOT NULL PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    name text NOT NULL,
    kind text NOT NULL,
    parent_id $uuid REFERENCES unit (id),
    routine text,
    phone text,
    email text,
    address text
);

CREATE TABLE person (
    id $uuid NOT NULL PRIMARY KEY,
    user_name text NOT NULL UNIQUE,
    name text NOT NULL,
    title text NOT NULL,
    email text,
    phone text,
    is_service $bool NOT NULL,
    is_active $bool NOT NULL
);

CREATE TABLE role_at_place (
    id $uuid NOT NULL PRIMARY KEY,
    person_id $uuid NOT NULL REFERENCES person (id),
    unit_id $uuid NOT NULL REFERENCES unit (id),
    role text NOT NULL,
    "from" date,
    until date,
    stands_in_for $uuid REFERENCES person (id)
);

CREATE TABLE sign_in (
    provider text NOT NULL,
    subject text NOT NULL,
    person_id $uuid NOT NULL REFERENCES person (id),
    secret_hash text,
    PRIMARY KEY (provider, subject)
);

CREATE TABLE session_stamp (
    person_id $uuid NOT NULL PRIMARY KEY REFERENCES person (id),
    stamp $uuid NOT NULL
);

CREATE TABLE api_key (
    id $uuid NOT NULL PRIMARY KEY,
    person_id $uuid NOT NULL REFERENCES person (id),
    hash $bytes NOT NULL UNIQUE,
    created_at $moment NOT NULL,
    revoked_at $moment
);

CREATE TABLE closed_day (
    day date NOT NULL PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE routine_version (
    name text NOT NULL,
    version integer NOT NULL,
    source text NOT NULL,
    published_at $moment NOT NULL,
    PRIMARY KEY (name, version)
);

CREATE TABLE installation_value (
    name text NOT NULL PRIMARY KEY,
    value $bytes NOT NULL
);

CREATE TABLE register_head (
    id integer NOT NULL PRIMARY KEY,
    last_case bigint NOT NULL,
    last_sequence bigint NOT NULL,
    last_hash $bytes NOT NULL,
    organisation_version bigint NOT NULL
);

INSERT INTO register_head VALUES (1, 0, 0, $noughts, 0);

CREATE TABLE cases (
    id $key,
    routine_name text NOT NULL,
    routine_version integer NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL,
    status text NOT NULL,
    text text NOT NULL,
    arrived_at $moment NOT NULL,
    registered_at $moment NOT NULL,
    received_by $uuid NOT NULL,
    registered_by $uuid NOT NULL,
    unit_id $uuid NOT NULL REFERENCES unit (id),
    responsible_id $uuid REFERENCES person (id),
    relation text NOT NULL,
    language text NOT NULL,
    is_anonymous $bool NOT NULL,
    can_be_reached $bool NOT NULL,
    wants_reply $bool NOT NULL,
    reply_way text NOT NULL,
    is_protected $bool NOT NULL,
    first_feedback_at $moment,
    replied_at $moment,
    closed_at $moment,
    reopened_at $moment,
    ending text,
    measures integer NOT NULL,
    hand_overs integer NOT NULL,
    urgent_at $moment NOT NULL,
    offered_unit_id $uuid,
    offered_person_id $uuid,
    offered_by $uuid,
    offered_at $moment,
    offered_from_unit_id $uuid,
    follow_up_code_hash $bytes UNIQUE,
    submission_id $uuid UNIQUE,
    last_event_number integer NOT NULL
);

CREATE TABLE case_clock (
    case_id bigint NOT NULL REFERENCES cases (id),
    name text NOT NULL,
    started_at $moment NOT NULL,
    due_at $moment NOT NULL,
    is_moment $bool NOT NULL,
    warn_at $moment NOT NULL,
    stopped_at $moment,
    stopped_by text,
    noticed_at $moment,
    promised_at $moment,
    is_gone $bool NOT NULL,
    PRIMARY KEY (case_id, name)
);

CREATE TABLE case_callback (
    case_id bigint NOT NULL REFERENCES cases (id),
    number integer NOT NULL,
    due_at $moment NOT NULL,
    kept_at $moment,
    PRIMARY KEY (case_id, number)
);

-- The gate: a case is seen by whoever carries one of its keys. The columns beside the key sort the lists.
CREATE TABLE case_access (
    case_id bigint NOT NULL REFERENCES cases (id),
    key $uuid NOT NULL,
    is_open $bool NOT NULL,
    urgent_at $moment NOT NULL,
    arrived_at $moment NOT NULL,
    PRIMARY KEY (case_id, key)
) $clustered;
CREATE INDEX case_access_by_urgency ON case_access (key, is_open, urgent_at, case_id);
CREATE INDEX case_access_by_arrival ON case_access (key, arrived_at, case_id);
CREATE INDEX case_access_by_number ON case_access (key, case_id);

CREATE TABLE journal (
    sequence $key,
    case_id bigint,
    number integer NOT NULL,
    kind text NOT NULL,
    by $uuid NOT NULL,
    at $moment NOT NULL,
    happened_at $moment,
    text text,
    subject text,
    why text,
    hash $bytes NOT NULL
);
CREATE UNIQUE INDEX journal_by_case ON journal (case_id, number) WHERE case_id IS NOT NULL;

CREATE TABLE vault_key (
    case_id bigint NOT NULL PRIMARY KEY REFERENCES cases (id),
    wrapped $bytes NOT NULL
);

CREATE TABLE vault_entry (
    case_id bigint NOT NULL REFERENCES cases (id),
    field text NOT NULL,
    sealed $bytes NOT NULL,
    PRIMARY KEY (case_id, field)
);

CREATE TABLE attachment (
    case_id bigint NOT NULL REFERENCES cases (id),
    number integer NOT NULL,
    size bigint NOT NULL,
    media_type text NOT NULL,
    PRIMARY KEY (case_id, number)
);

CREATE TABLE outbox_mail (
    id $uuid NOT NULL PRIMARY KEY,
    case_id bigint REFERENCES cases (id),
    text text NOT NULL,
    person_id $uuid REFERENCES person (id),
    created_at $moment NOT NULL,
    next_try_at $moment NOT NULL,
    tries integer NOT NULL,
    sent_at $moment,
    last_fault text,
    given_up $bool NOT NULL
);
CREATE INDEX outbox_mail_waiting ON outbox_mail (next_try_at) WHERE sent_at IS NULL;

-- Requests with an Idempotency-Key that have been carried out; the id says whose and which, and tells nothing more.
CREATE TABLE done_request (
    id $uuid NOT NULL PRIMARY KEY,
    at $moment NOT NULL
);
