-- Requests for public documents: what was asked for, what was picked, and what of it was kept back by which provision. No words of a document.
CREATE TABLE disclosure_request (
    id $key,
    unit_id $uuid NOT NULL REFERENCES unit (id),
    authority text NOT NULL,
    received_at $moment NOT NULL,
    channel text NOT NULL,
    wanted text NOT NULL,
    registered_at $moment NOT NULL,
    registered_by $uuid NOT NULL REFERENCES person (id),
    outcome text,
    reason text,
    decided_at $moment,
    decided_by $uuid REFERENCES person (id)
);

CREATE TABLE disclosure_document (
    request_id bigint NOT NULL REFERENCES disclosure_request (id),
    number integer NOT NULL,
    case_id bigint NOT NULL REFERENCES cases (id),
    part text NOT NULL,
    picked_at $moment NOT NULL,
    picked_by $uuid NOT NULL REFERENCES person (id),
    masks text NOT NULL,
    withheld_by text,
    reviewed_at $moment,
    PRIMARY KEY (request_id, number)
);
CREATE INDEX disclosure_document_by_case ON disclosure_document (case_id);
