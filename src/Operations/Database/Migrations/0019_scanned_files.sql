-- What the virus scanner says of each file; null where there was none.
ALTER TABLE attachment ADD COLUMN scan text;
CREATE INDEX attachment_waiting ON attachment (case_id, number) WHERE scan = 'Waiting';
