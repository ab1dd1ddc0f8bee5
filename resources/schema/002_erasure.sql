-- Who was erased on request: no data of the person, only hashes under a key of this workspace, by which a later
-- import of her rows is recognised and left out.

CREATE TABLE erasure(
  erasure_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer INTEGER NOT NULL,
  erased_ms INTEGER NOT NULL,
  rows INTEGER NOT NULL
) STRICT;

CREATE TABLE erased_key(
  key_hash TEXT PRIMARY KEY,
  erasure_id INTEGER NOT NULL REFERENCES erasure
) STRICT, WITHOUT ROWID;
