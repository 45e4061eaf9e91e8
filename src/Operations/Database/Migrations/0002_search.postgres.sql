-- Stemmed words of each case, and with a # before them the keys that it hangs on, so that a search finds only what its
-- viewer sees. The stems are Gåva's own, so no dictionary is asked.
CREATE TABLE case_search (
    case_id bigint NOT NULL PRIMARY KEY REFERENCES cases (id),
    words tsvector NOT NULL
);
CREATE INDEX case_search_words ON case_search USING gin (words);
