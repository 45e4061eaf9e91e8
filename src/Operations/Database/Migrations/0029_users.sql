-- How many each place is there for, each number from its day.
ALTER TABLE unit ADD COLUMN users text NOT NULL DEFAULT '[]';