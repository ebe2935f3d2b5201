-- Empty: a row is written and taken away in one transaction, to learn whether anything can be written at all.
CREATE TABLE write_probe (
	filler BLOB NOT NULL
);
