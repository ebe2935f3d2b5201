-- A customer's reference is found with its hyphens, without them, or with others.
DROP INDEX referrals_by_reference;
CREATE INDEX referrals_by_plain_reference ON referrals (replace(customer_reference, '-', ''))
	WHERE customer_reference IS NOT NULL;
