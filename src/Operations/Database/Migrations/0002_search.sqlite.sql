-- Stemmed words of each case and the keys that it hangs on, so that a search walks only what its viewer sees.
-- Contentless: the words are in the index only, the text stays in cases.
CREATE VIRTUAL TABLE case_search USING fts5(words, keys, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
