-- Stemmed words of each case. The stems are Gåva's own, so the dictionary is the simple one.
CREATE TABLE case_search (
    case_id bigint NOT NULL PRIMARY KEY REFERENCES cases (id),
    words tsvector NOT NULL
);
CREATE INDEX case_search_words ON case_search USING gin (words);
