-- What left the program. No customer is named here: who, when, for what, how many, and which file, by its hash.

CREATE TABLE export_log(
  export_id INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms INTEGER NOT NULL,
  operator TEXT NOT NULL,
  audience TEXT NOT NULL,
  audience_version INTEGER NOT NULL,
  rule TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  channel TEXT NOT NULL,
  identifier TEXT NOT NULL,
  columns TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  data_version INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  removed TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  delete_by INTEGER NOT NULL,
  written INTEGER NOT NULL CHECK (written IN (0, 1))
) STRICT;

-- Which figure a list of customers came from, in words; a rule says it by itself.
ALTER TABLE audience ADD COLUMN origin TEXT NOT NULL DEFAULT '';
