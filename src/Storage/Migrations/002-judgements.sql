-- What residents think of the assistant's bubbles: one judgement a bubble, the last one holds. The reply's name stands
-- with it, so that judgements are counted without reading conversations.
CREATE TABLE judgements (
  conversation TEXT    NOT NULL,
  sequence     INTEGER NOT NULL,
  name         TEXT    NOT NULL,
  value        TEXT    NOT NULL,
  reason       TEXT,
  at           INTEGER NOT NULL,
  PRIMARY KEY (conversation, sequence)
) WITHOUT ROWID;
