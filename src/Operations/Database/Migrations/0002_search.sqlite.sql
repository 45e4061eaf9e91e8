-- Stemmed words of each case. Contentless: the words are in the index only, the text stays in cases.
CREATE VIRTUAL TABLE case_search USING fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
