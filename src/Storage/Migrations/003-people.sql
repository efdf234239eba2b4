-- Whom a conversation was handed to: every move of a handover is kept with its time and who made it. "at" is the place
-- in the queue and stays when a librarian hands on; "since" is when the present wait began.
UPDATE handovers SET status = 'given-up' WHERE status = 'given up';
ALTER TABLE handovers ADD COLUMN since INTEGER;
ALTER TABLE handovers ADD COLUMN staff TEXT;
ALTER TABLE handovers ADD COLUMN staff_at INTEGER;

CREATE TABLE moves (
  receipt     TEXT    NOT NULL,
  step        INTEGER NOT NULL,
  from_status TEXT    NOT NULL,
  to_status   TEXT    NOT NULL,
  by          TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  note        TEXT,
  PRIMARY KEY (receipt, step)
) WITHOUT ROWID;

-- What was left for the library to do. The contact and the member who asked lie apart from the words and are sealed with
-- the host's key.
CREATE TABLE requests (
  receipt      TEXT    NOT NULL PRIMARY KEY,
  conversation TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  branch       TEXT,
  status       TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  words        TEXT    NOT NULL,
  answer       TEXT,
  contact      BLOB,
  member       BLOB
) WITHOUT ROWID;
CREATE INDEX requests_at ON requests (at);
CREATE INDEX requests_conversation ON requests (conversation);

INSERT INTO requests (receipt, conversation, kind, status, at, words, contact)
  SELECT receipt, conversation, CASE status WHEN 'left' THEN 'message' ELSE 'report' END, 'filed', at, words, contact
  FROM handovers WHERE status IN ('left', 'reported');
DELETE FROM handovers WHERE status IN ('left', 'reported');

-- However often somebody calls, one handover is open in a conversation.
UPDATE handovers SET status = 'unanswered'
  WHERE status = 'queued' AND at < (SELECT max(other.at) FROM handovers other
    WHERE other.conversation = handovers.conversation AND other.status = 'queued');
CREATE UNIQUE INDEX handovers_open ON handovers (conversation) WHERE status IN ('requested', 'queued', 'person');
