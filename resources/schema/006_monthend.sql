-- What files state themselves, beside what their rows come to; what every load changed; and cleaning rules.

-- Sums are over the rows the line speaks of, in the unit of the field.
CREATE TABLE file_total(
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  total_no INTEGER NOT NULL,
  line INTEGER NOT NULL,
  label TEXT NOT NULL,
  field TEXT NOT NULL,
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  stated INTEGER NOT NULL,
  taken INTEGER NOT NULL,
  left_out INTEGER NOT NULL,
  unread INTEGER NOT NULL,
  again INTEGER NOT NULL,
  PRIMARY KEY (batch_id, total_no)
) STRICT, WITHOUT ROWID;

-- The entry stays when its file is taken out: no reference.
CREATE TABLE diary_entry(
  entry_id INTEGER PRIMARY KEY AUTOINCREMENT,
  written_ms INTEGER NOT NULL,
  action INTEGER NOT NULL,
  batch_id INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  rows_read INTEGER NOT NULL,
  rows_new INTEGER NOT NULL,
  rows_changed INTEGER NOT NULL,
  rows_again INTEGER NOT NULL,
  rows_aside INTEGER NOT NULL,
  rows_vanished INTEGER NOT NULL,
  first_day INTEGER,
  last_day INTEGER,
  customers_before INTEGER,
  customers_after INTEGER
) STRICT;

-- Figures of months that stood before and came out differently afterwards. figure: "rows", or a field of money.
CREATE TABLE diary_figure(
  entry_id INTEGER NOT NULL REFERENCES diary_entry,
  month INTEGER NOT NULL,
  figure TEXT NOT NULL,
  before INTEGER NOT NULL,
  after INTEGER NOT NULL,
  PRIMARY KEY (entry_id, month, figure)
) STRICT, WITHOUT ROWID;

-- Rules work in the order of their positions. rule: JSON.
CREATE TABLE recipe_step(
  step_id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL,
  position INTEGER NOT NULL,
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  rule TEXT NOT NULL,
  written_ms INTEGER NOT NULL
) STRICT;

-- Every cell a rule changed. A row's changes go with the row, also when a person is erased.
CREATE TABLE recipe_change(
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  row_no INTEGER NOT NULL,
  change_no INTEGER NOT NULL,
  field TEXT NOT NULL,
  step_id INTEGER NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (batch_id, row_no, change_no)
) STRICT, WITHOUT ROWID;
