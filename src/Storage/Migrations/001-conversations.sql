-- The transcript is inbox and outbox at once: a resident's entry is pending until the transaction that holds its
-- replies. An assistant's entry with account data has its body sealed and keeps its name and count in the open.
CREATE TABLE conversations (
  id           TEXT    NOT NULL PRIMARY KEY,
  channel      TEXT    NOT NULL,
  user_id      TEXT    NOT NULL,
  created_at   INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  version      INTEGER NOT NULL,
  state        BLOB    NOT NULL,
  sealed       INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- Rows lie in the order in which they were written: a commit of many conversations then fills a few pages instead of
-- one or two for each conversation.
CREATE TABLE transcript (
  conversation TEXT    NOT NULL,
  sequence     INTEGER NOT NULL,
  reply_to     INTEGER,
  client_id    TEXT,
  at           INTEGER NOT NULL,
  name         TEXT,
  count        INTEGER,
  body         BLOB    NOT NULL,
  sealed       INTEGER NOT NULL DEFAULT 0,
  pending      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (conversation, sequence)
);

CREATE UNIQUE INDEX transcript_client_id ON transcript (conversation, client_id) WHERE client_id IS NOT NULL;
CREATE INDEX transcript_pending ON transcript (conversation, sequence) WHERE pending = 1;

-- Contact details lie apart from the words and sealed with the host's key.
CREATE TABLE handovers (
  receipt      TEXT    NOT NULL PRIMARY KEY,
  conversation TEXT    NOT NULL,
  status       TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  words        TEXT    NOT NULL,
  contact      BLOB
) WITHOUT ROWID;
CREATE INDEX handovers_waiting ON handovers (at) WHERE status = 'queued';
