-- That complaints rose beyond chance at a place, who was told, and what they found. No personal data.
CREATE TABLE rise_signal (
    id $uuid NOT NULL PRIMARY KEY,
    unit_id $uuid NOT NULL REFERENCES unit (id),
    category text,
    from_day date NOT NULL,
    to_day date NOT NULL,
    count integer NOT NULL,
    expected_tenths integer NOT NULL,
    chance_per_million integer NOT NULL,
    raised_at $moment NOT NULL,
    answered_at $moment,
    answered_by $uuid REFERENCES person (id),
    answer text
);
CREATE INDEX rise_signal_by_unit ON rise_signal (unit_id, raised_at);
