-- A workspace: settings, lineage, people, documents, the event stream as column chunks, logs.
-- Amounts are whole minor units, instants are UTC milliseconds, days are days since 1970-01-01.

CREATE TABLE setting(name TEXT PRIMARY KEY, number INTEGER, text TEXT) STRICT;

CREATE TABLE dictionary(
  field INTEGER NOT NULL,
  code INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (field, code)
) STRICT, WITHOUT ROWID;

-- Lineage: every row of every file has one fate, kept as run lengths in import_batch.fates.
CREATE TABLE import_batch(
  batch_id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  file_bytes INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  delimiter TEXT NOT NULL,
  header_line INTEGER NOT NULL,
  mapping TEXT NOT NULL,
  preset TEXT NOT NULL,
  imported_ms INTEGER NOT NULL,
  rows_read INTEGER NOT NULL,
  rows_fixed INTEGER NOT NULL,
  fates BLOB NOT NULL,
  whole_original INTEGER NOT NULL CHECK (whole_original IN (0, 1))
) STRICT;

CREATE TABLE original_block(
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  block_no INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (batch_id, block_no)
) STRICT;

CREATE TABLE quarantine(
  entry_id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  row_no INTEGER NOT NULL,
  line INTEGER NOT NULL,
  field TEXT NOT NULL,
  rule INTEGER NOT NULL,
  value TEXT NOT NULL,
  suggestion TEXT NOT NULL,
  mended_by INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX quarantine_batch ON quarantine(batch_id, row_no);

CREATE TABLE repair(
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  field TEXT NOT NULL,
  rule INTEGER NOT NULL,
  cells INTEGER NOT NULL,
  PRIMARY KEY (batch_id, field, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE preset(
  name TEXT PRIMARY KEY,
  signature TEXT NOT NULL,
  mapping TEXT NOT NULL,
  used_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX preset_signature ON preset(signature);

-- Identity tables: the only place of direct identifiers.
CREATE TABLE ident(
  ident_id INTEGER PRIMARY KEY,
  native TEXT NOT NULL
) STRICT;

CREATE TABLE ident_key(
  ident_id INTEGER NOT NULL REFERENCES ident,
  key_type INTEGER NOT NULL,
  value TEXT NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  first_ms INTEGER,
  last_ms INTEGER,
  PRIMARY KEY (ident_id, key_type, value, batch_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ident_attribute(
  ident_id INTEGER NOT NULL REFERENCES ident,
  attribute INTEGER NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  number INTEGER,
  text TEXT,
  observed_ms INTEGER,
  PRIMARY KEY (ident_id, attribute, batch_id)
) STRICT, WITHOUT ROWID;

-- One-ID: who is who. Events and documents hang on idents and never move.
CREATE TABLE ident_customer(
  ident_id INTEGER PRIMARY KEY REFERENCES ident,
  customer INTEGER NOT NULL,
  method INTEGER NOT NULL,
  manual INTEGER NOT NULL,
  score REAL NOT NULL
) STRICT;

-- Customer numbers a handle had before, so that a merge taken back gives everybody the old number again.
CREATE TABLE ident_past(
  ident_id INTEGER NOT NULL REFERENCES ident,
  customer INTEGER NOT NULL,
  map_version INTEGER NOT NULL,
  PRIMARY KEY (ident_id, customer)
) STRICT, WITHOUT ROWID;

CREATE TABLE identity_decision(
  decision_id INTEGER PRIMARY KEY AUTOINCREMENT,
  what INTEGER NOT NULL CHECK (what IN (1, 2)),
  a_ident INTEGER NOT NULL,
  b_ident INTEGER NOT NULL,
  group_no INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0,
  decided_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE identity_review(
  a_ident INTEGER NOT NULL,
  b_ident INTEGER NOT NULL,
  key_type INTEGER NOT NULL,
  score REAL NOT NULL,
  reason INTEGER NOT NULL,
  PRIMARY KEY (a_ident, b_ident, key_type)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocked_key(
  key_type INTEGER NOT NULL,
  value TEXT NOT NULL,
  idents INTEGER NOT NULL,
  names INTEGER NOT NULL,
  PRIMARY KEY (key_type, value)
) STRICT, WITHOUT ROWID;

-- The event stream: chunks of 65,536 rows per column; one that is 0 throughout is left out, so a part says how many it has.
-- A part is sorted by ident and time; projection = 1 marks the parts that are worked out of the documents below and are
-- rebuilt whole.
CREATE TABLE event_part(
  part_id INTEGER PRIMARY KEY AUTOINCREMENT,
  projection INTEGER NOT NULL CHECK (projection IN (0, 1)),
  rows INTEGER NOT NULL,
  chunks INTEGER NOT NULL,
  first_ms INTEGER NOT NULL,
  last_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE event_chunk(
  chunk_id INTEGER PRIMARY KEY,
  part_id INTEGER NOT NULL REFERENCES event_part,
  field INTEGER NOT NULL,
  chunk_no INTEGER NOT NULL,
  data BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX event_chunk_place ON event_chunk(part_id, field, chunk_no);

-- Audiences, saved as text.
CREATE TABLE audience(
  name TEXT PRIMARY KEY,
  rule TEXT NOT NULL,
  version INTEGER NOT NULL,
  saved_ms INTEGER NOT NULL,
  frozen INTEGER NOT NULL CHECK (frozen IN (0, 1)),
  as_of INTEGER NOT NULL
) STRICT;

CREATE TABLE audience_member(
  name TEXT NOT NULL REFERENCES audience ON DELETE CASCADE,
  customer INTEGER NOT NULL,
  PRIMARY KEY (name, customer)
) STRICT, WITHOUT ROWID;

-- Who did what. Never changed, never undone.
CREATE TABLE audit_log(
  audit_id INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms INTEGER NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

-- Documents, one table per kind of file: every version of every row, the one in force has current = 1.
-- doc_id is batch_id * 2^32 + row_no: the order of the table is the order of the sources.
CREATE TABLE person_record(
  doc_id INTEGER PRIMARY KEY,
  ident INTEGER NOT NULL,
  row_key INTEGER NOT NULL,
  content INTEGER NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  row_no INTEGER NOT NULL,
  precision INTEGER NOT NULL,
  referrer_no TEXT
) STRICT;

CREATE TABLE lead(
  doc_id INTEGER PRIMARY KEY,
  ident INTEGER NOT NULL,
  row_key INTEGER NOT NULL,
  content INTEGER NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  row_no INTEGER NOT NULL,
  precision INTEGER NOT NULL,
  lead_no TEXT,
  lead_time INTEGER,
  source_l1 TEXT,
  source_l2 TEXT,
  urgency TEXT,
  consult_tool TEXT,
  intent_items TEXT,
  lead_status TEXT,
  wechat_added INTEGER,
  is_booked INTEGER,
  is_dispatched INTEGER,
  is_redeemed INTEGER,
  is_consulted INTEGER,
  is_refund INTEGER,
  deposit_amount INTEGER,
  staff_online TEXT,
  store TEXT,
  first_reply_at INTEGER
) STRICT;

CREATE TABLE bill_line(
  doc_id INTEGER PRIMARY KEY,
  ident INTEGER NOT NULL,
  row_key INTEGER NOT NULL,
  content INTEGER NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  row_no INTEGER NOT NULL,
  precision INTEGER NOT NULL,
  order_no TEXT,
  line_no TEXT,
  store TEXT,
  order_time INTEGER,
  pay_time INTEGER,
  item_name TEXT,
  item_code TEXT,
  item_category TEXT,
  item_type TEXT,
  package_name TEXT,
  promo_name TEXT,
  qty INTEGER,
  list_amount INTEGER,
  discount_amount INTEGER,
  payable_amount INTEGER,
  paid_amount INTEGER,
  cash_amount INTEGER,
  stored_value_used INTEGER,
  gift_used INTEGER,
  net_amount INTEGER,
  refund_amount INTEGER,
  refund_time INTEGER,
  debt_amount INTEGER,
  deposit_amount INTEGER,
  pay_method TEXT,
  bill_kind INTEGER,
  visit_type INTEGER,
  source_l1 TEXT,
  is_internal INTEGER,
  is_refund INTEGER,
  staff_onsite TEXT,
  staff_online TEXT,
  doctor TEXT
) STRICT;

CREATE TABLE treat_line(
  doc_id INTEGER PRIMARY KEY,
  ident INTEGER NOT NULL,
  row_key INTEGER NOT NULL,
  content INTEGER NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  row_no INTEGER NOT NULL,
  precision INTEGER NOT NULL,
  consume_no TEXT,
  consume_time INTEGER,
  item_name TEXT,
  item_code TEXT,
  item_category TEXT,
  item_type TEXT,
  qty INTEGER,
  consume_amount INTEGER,
  net_amount INTEGER,
  remaining_qty INTEGER,
  store TEXT,
  store_sold TEXT,
  staff_onsite TEXT,
  doctor TEXT,
  operator TEXT,
  device TEXT,
  body_area TEXT,
  promo_name TEXT,
  package_name TEXT,
  is_internal INTEGER
) STRICT;

CREATE TABLE booking(
  doc_id INTEGER PRIMARY KEY,
  ident INTEGER NOT NULL,
  row_key INTEGER NOT NULL,
  content INTEGER NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  row_no INTEGER NOT NULL,
  precision INTEGER NOT NULL,
  booking_no TEXT,
  booking_created_at INTEGER,
  booking_time INTEGER,
  booking_end INTEGER,
  item_name TEXT,
  booking_type TEXT,
  booking_status INTEGER,
  store TEXT,
  doctor TEXT,
  staff_onsite TEXT,
  operator TEXT,
  arrive_time INTEGER,
  cancel_reason TEXT,
  booking_source TEXT,
  reminder_sent INTEGER
) STRICT;

CREATE TABLE visit(
  doc_id INTEGER PRIMARY KEY,
  ident INTEGER NOT NULL,
  row_key INTEGER NOT NULL,
  content INTEGER NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  row_no INTEGER NOT NULL,
  precision INTEGER NOT NULL,
  visit_no TEXT,
  visit_time INTEGER,
  visit_type INTEGER,
  store TEXT,
  staff_onsite TEXT,
  doctor TEXT,
  consult_mode TEXT,
  is_arrived INTEGER,
  is_deal INTEGER,
  deal_amount INTEGER,
  deal_time INTEGER,
  undealt_reason TEXT,
  next_plan TEXT,
  intent_items TEXT,
  companion INTEGER
) STRICT;

CREATE TABLE ad_daily(
  doc_id INTEGER PRIMARY KEY,
  ident INTEGER NOT NULL,
  row_key INTEGER NOT NULL,
  content INTEGER NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  row_no INTEGER NOT NULL,
  precision INTEGER NOT NULL,
  stat_date INTEGER,
  platform TEXT,
  channel TEXT,
  account_id TEXT,
  account_name TEXT,
  campaign_id TEXT,
  campaign_name TEXT,
  adgroup_id TEXT,
  adgroup_name TEXT,
  creative_id TEXT,
  creative_name TEXT,
  spend INTEGER,
  spend_gift INTEGER,
  impressions INTEGER,
  clicks INTEGER,
  conversions INTEGER,
  dm_inquiries INTEGER,
  dm_openings INTEGER,
  dm_leads INTEGER,
  form_leads INTEGER,
  orders INTEGER,
  gmv INTEGER
) STRICT;

CREATE TABLE consent_record(
  doc_id INTEGER PRIMARY KEY,
  ident INTEGER NOT NULL,
  row_key INTEGER NOT NULL,
  content INTEGER NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  batch_id INTEGER NOT NULL REFERENCES import_batch,
  row_no INTEGER NOT NULL,
  precision INTEGER NOT NULL,
  consent_scope INTEGER,
  channel INTEGER,
  consent_status INTEGER,
  consent_time INTEGER,
  withdraw_time INTEGER,
  expire_time INTEGER,
  evidence TEXT,
  policy_version TEXT,
  is_sensitive INTEGER,
  dnc INTEGER
) STRICT;
