-- Where a case is counted: the unit that it concerns, also when a manager above has it.
ALTER TABLE cases ADD COLUMN concerned_unit_id $uuid NOT NULL DEFAULT $nobody;
ALTER TABLE cases ADD COLUMN offered_upwards $bool NOT NULL DEFAULT $false;
UPDATE cases SET concerned_unit_id = unit_id;
CREATE INDEX cases_by_arrival ON cases (arrived_at);
CREATE INDEX cases_by_closing ON cases (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX cases_open ON cases (id) WHERE closed_at IS NULL;
