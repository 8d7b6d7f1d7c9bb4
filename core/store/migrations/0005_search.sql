-- Words of articles, as those of claims in the first migration.

CREATE VIRTUAL TABLE article_text USING fts5 (title, text, content = 'article', content_rowid = 'id',
                                              tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO article_text (article_text) VALUES ('rebuild');
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
  INSERT INTO article_text (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER article_read_anew AFTER UPDATE OF title, text ON article BEGIN
  INSERT INTO article_text (article_text, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
  INSERT INTO article_text (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
