-- The words that tie a theme are worked out when they are shown: kept, they would outlive a later masking.
ALTER TABLE theme DROP COLUMN words;