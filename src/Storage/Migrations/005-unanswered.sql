-- What residents asked and nothing in the knowledge answers: the masked words, how often and when, and nobody's
-- conversation.
CREATE TABLE unanswered (
  question TEXT    NOT NULL PRIMARY KEY,
  times    INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  last_at  INTEGER NOT NULL
) WITHOUT ROWID;
