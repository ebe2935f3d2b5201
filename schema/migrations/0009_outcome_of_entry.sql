-- Which entry of the same chain an outcome belongs to, read from the body: entries stay as they were written.
ALTER TABLE ledger_entry ADD COLUMN refers_to INTEGER
	GENERATED ALWAYS AS (CASE WHEN json_valid(body) THEN json_extract(body, '$.refersTo') END) VIRTUAL;

CREATE INDEX ledger_entry_by_reference ON ledger_entry (chain, refers_to) WHERE refers_to IS NOT NULL;
