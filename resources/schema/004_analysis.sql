-- Analyses to come back to: what was asked, in a form that can be asked again, and what came out of which data.
-- The customers behind the figures are not kept, only a hash over them.

CREATE TABLE analysis(
  analysis_id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL,
  definition TEXT NOT NULL,
  note TEXT NOT NULL,
  saved_ms INTEGER NOT NULL,
  counted_ms INTEGER NOT NULL,
  as_of INTEGER NOT NULL,
  data_version INTEGER NOT NULL,
  map_version INTEGER NOT NULL,
  digest TEXT NOT NULL
) STRICT;

-- The main figures in the order they are shown; value NULL = could not be told.
CREATE TABLE analysis_figure(
  analysis_id INTEGER NOT NULL REFERENCES analysis,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  subject TEXT NOT NULL,
  unit TEXT NOT NULL,
  value REAL,
  PRIMARY KEY (analysis_id, place)
) STRICT, WITHOUT ROWID;
