-- What the desks show: who has left what to the registrar, who marked secrecy and when, which recurring duty is done,
-- and what the jobs did last.
ALTER TABLE cases ADD COLUMN forwarded_at $moment;
ALTER TABLE cases ADD COLUMN secrecy_at $moment;
ALTER TABLE cases ADD COLUMN secrecy_by $uuid;
ALTER TABLE attachment ADD COLUMN secrecy_provision text;
ALTER TABLE attachment ADD COLUMN secrecy_at $moment;
ALTER TABLE attachment ADD COLUMN secrecy_by $uuid;

ALTER TABLE job_lease ADD COLUMN started_at $moment;
ALTER TABLE job_lease ADD COLUMN ended_at $moment;
ALTER TABLE job_lease ADD COLUMN done integer NOT NULL DEFAULT 0;
ALTER TABLE job_lease ADD COLUMN fault text;

CREATE TABLE duty_done (
    routine text NOT NULL,
    code text NOT NULL,
    unit_id $uuid NOT NULL REFERENCES unit (id),
    period text NOT NULL,
    person_id $uuid NOT NULL REFERENCES person (id),
    at $moment NOT NULL,
    PRIMARY KEY (routine, code, unit_id, period, person_id)
);
