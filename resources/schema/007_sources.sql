-- What the clinic sells and how much of its price is left after the costs: margin_rate in millionths.

CREATE TABLE item_list(
  doc_id INTEGER PRIMARY KEY,
  ident INTEGER NOT NULL,
  row_key INTEGER NOT NULL,
  content INTEGER NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  row_no INTEGER NOT NULL,
  precision INTEGER NOT NULL,
  item_code TEXT,
  item_name TEXT,
  item_category TEXT,
  list_price INTEGER,
  margin_rate INTEGER,
  snapshot_at INTEGER
) STRICT;

-- Days that one row of a report stands for; nothing: one.
ALTER TABLE ad_daily ADD COLUMN day_span INTEGER;
