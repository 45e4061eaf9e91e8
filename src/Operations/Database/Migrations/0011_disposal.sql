-- What of a case has been erased by decision, and what must not be.
ALTER TABLE cases ADD COLUMN held_at $moment;
ALTER TABLE cases ADD COLUMN vault_disposed_at $moment;
ALTER TABLE cases ADD COLUMN attachments_disposed_at $moment;
ALTER TABLE cases ADD COLUMN drafts_disposed_at $moment;
CREATE INDEX journal_disposed ON journal (at) WHERE kind = 'Disposed';
