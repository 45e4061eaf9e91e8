-- What a complaint is about, point by point, and what each came to; of the whole, what follows from them. The words stand in the journal.
ALTER TABLE cases ADD COLUMN points text NOT NULL DEFAULT '[]';
ALTER TABLE cases ADD COLUMN outcome text;
