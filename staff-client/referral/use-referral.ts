import { useCallback, useEffect, useState } from "react";
import { type CallResult, call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { Credential } from "../../client-kit/call/credential.ts";
import { CHANGE_REFERRAL, RECORD_OUTCOME, REFERRAL, SIGN_REFERRAL } from "../../rules/routes/referral.ts";
import type { OutcomeBody, ReferralChange, ReferralRow, SignBody } from "../../schema/customer/referral.ts";

/** One record, and what may be done to it; each of these resolves to whether it was done. */
export type OneReferral = {
	readonly row: ReferralRow | null;
	/** The last refusal; null after the next success. */
	readonly problem: ClientProblem | null;
	/** Somebody else has changed it since it was read; it has been read again. */
	readonly changedMeanwhile: boolean;
	readonly waiting: boolean;
	change(body: ReferralChange): Promise<boolean>;
	sign(body: SignBody): Promise<boolean>;
	recordOutcome(body: OutcomeBody): Promise<boolean>;
};

/** Reads a record and changes it by the version that was read. */
export function useReferral(branchId: string, referralId: string, credential: Credential | null): OneReferral {
	const [row, setRow] = useState<ReferralRow | null>(null);
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const [changedMeanwhile, setChangedMeanwhile] = useState(false);
	const [waiting, setWaiting] = useState(false);
	const params = { branchId, referralId };
	const read = useCallback(async () => {
		const found = await call(REFERRAL, { params: { branchId, referralId } }, credential);
		if (found.ok) setRow(found.value);
		else setProblem(found.problem);
	}, [branchId, referralId, credential]);
	useEffect(() => void read(), [read]);
	const write = async (ask: (version: { readonly version: number }) => Promise<CallResult<ReferralRow>>) => {
		if (row === null || waiting) return false;
		setWaiting(true);
		setProblem(null);
		setChangedMeanwhile(false);
		const done = await ask({ version: row.version });
		if (done.ok) setRow(done.value);
		else if (done.problem.code === "changed-since-read") {
			await read();
			setChangedMeanwhile(true);
		} else setProblem(done.problem);
		setWaiting(false);
		return done.ok;
	};

	return {
		row,
		problem,
		changedMeanwhile,
		waiting,
		change: (body) => write((version) => call(CHANGE_REFERRAL, { params, body }, credential, version)),
		sign: (body) => write((version) => call(SIGN_REFERRAL, { params, body }, credential, version)),
		recordOutcome: (body) => write((version) => call(RECORD_OUTCOME, { params, body }, credential, version)),
	};
}
