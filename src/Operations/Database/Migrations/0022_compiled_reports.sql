-- Reports that somebody compiles, signs and hands over, and their files as they were signed. No personal data.
CREATE TABLE compiled_report (
    id $key,
    unit_id $uuid NOT NULL REFERENCES unit (id),
    period text NOT NULL,
    is_accumulated $bool NOT NULL,
    started_at $moment NOT NULL,
    started_by $uuid NOT NULL REFERENCES person (id),
    analysis text NOT NULL,
    texts text NOT NULL,
    examples text NOT NULL,
    signed_at $moment,
    signed_by $uuid REFERENCES person (id),
    seal text,
    deliveries text NOT NULL,
    version integer NOT NULL
);

CREATE TABLE kept_report_file (
    report_id bigint NOT NULL REFERENCES compiled_report (id),
    is_open $bool NOT NULL,
    format text NOT NULL,
    content $bytes NOT NULL,
    PRIMARY KEY (report_id, is_open, format)
);
