-- Records that were won, by the business day on which they were, so that a month's points cost what the month has.
CREATE INDEX cases_won ON cases (branch_id, json_extract(body, '$.facts.wonOn'))
WHERE json_extract(body, '$.facts.wonOn') IS NOT NULL;
