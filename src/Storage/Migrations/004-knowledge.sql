-- What the library tells, version after version. A row is written once: whatever is decided since is another row, and
-- the triggers hold the program to it. "effective_from" is the day from which the version answers; "of_version" is the
-- one that it publishes, withdraws or goes back to.
CREATE TABLE entry_versions (
  slug           TEXT    NOT NULL,
  version        INTEGER NOT NULL,
  status         TEXT    NOT NULL,
  effective_from TEXT    NOT NULL,
  effective_to   TEXT,
  title          TEXT    NOT NULL,
  text           TEXT    NOT NULL,
  hash           TEXT    NOT NULL,
  act            TEXT    NOT NULL,
  of_version     INTEGER,
  by             TEXT    NOT NULL,
  at             INTEGER NOT NULL,
  note           TEXT,
  PRIMARY KEY (slug, version)
);
CREATE TRIGGER entry_versions_unchanged BEFORE UPDATE ON entry_versions
  BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END;
CREATE TRIGGER entry_versions_kept BEFORE DELETE ON entry_versions
  BEGIN SELECT RAISE(ABORT, 'a version is never deleted'); END;

-- Texts that were not taken because somebody else had written since: kept, so that nothing is lost.
CREATE TABLE entry_conflicts (
  slug    TEXT    NOT NULL,
  hash    TEXT    NOT NULL,
  act     TEXT    NOT NULL,
  version INTEGER NOT NULL,
  text    TEXT    NOT NULL,
  by      TEXT    NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (slug, hash, act)
);
