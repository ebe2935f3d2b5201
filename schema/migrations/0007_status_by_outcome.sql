-- A record with something opened or sold is concluded; until now its outcome left the status as it was.
UPDATE referrals SET status = 'concluded', version = version + 1
WHERE sealed_outcome IS NOT NULL AND erased_at IS NULL AND status IN ('offered', 'introduced', 'to_follow_up');
