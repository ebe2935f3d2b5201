import { useEffect, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { Credential } from "../../client-kit/call/credential.ts";
import { goToSignIn, obtainSession, signedInSession } from "../../client-kit/session/session.ts";
import { anyHolds } from "../../rules/holding.ts";
import { DEMO } from "../../rules/routes/demo.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { type PageAddress, tokenWanted } from "../live/page-address.ts";
import { branchToBegin, ownBranches } from "../session/own-branches.ts";

type BranchChoice = { readonly branchId: string; readonly name: Bilingual | null };

/** Who is about to decide, and where. */
export type Entry =
	| { readonly kind: "entering" }
	| { readonly kind: "refused"; readonly problem: ClientProblem }
	/** Nobody who may decide, anywhere. */
	| { readonly kind: "denied" }
	/** Null: too many to list, the person names one. */
	| { readonly kind: "where"; readonly choices: readonly BranchChoice[] | null }
	| {
			readonly kind: "in";
			readonly branchId: string;
			readonly credential: Credential | null;
			readonly mayMove: boolean;
	  };

/** Finds out who uses this page and for which branch; `chosen` is what the person has said since. */
export function useEntry(address: PageAddress, chosen: string | null, moving: boolean): Entry {
	const [entry, setEntry] = useState<Entry>({ kind: "entering" });
	useEffect(() => {
		let over = false;
		void enter(address, chosen, moving).then((found) => {
			if (!over) setEntry(found);
		});
		return () => {
			over = true;
		};
	}, [address, chosen, moving]);
	return entry;
}

async function enter(address: PageAddress, chosen: string | null, moving: boolean): Promise<Entry> {
	const own = await signedInSession();
	const asked = chosen ?? address.branchId;
	if (own.ok) {
		const deciders = own.value.actors.filter((actor) => anyHolds([actor], "device.approve"));
		if (deciders.length === 0) return { kind: "denied" };
		const branches = ownBranches(deciders);
		const mayMove = branches === null || branches.length > 1;
		const branchId = moving ? null : branchToBegin(asked, branches);
		if (branchId !== null) return { kind: "in", branchId, credential: null, mayMove };
		return { kind: "where", choices: branches?.map((each) => ({ branchId: each, name: null })) ?? null };
	}
	if (own.problem.status !== 401) return { kind: "refused", problem: own.problem };
	if (asked === null || moving) return demoBranches();
	const demo = await obtainSession(tokenWanted({ ...address, branchId: asked }));
	if (!demo.ok) return { kind: "refused", problem: demo.problem };
	return { kind: "in", branchId: asked, credential: demo.value.credential, mayMove: true };
}

/** Nobody has signed in: in the demo anybody may choose where to stand, else the sign-in page is next. */
async function demoBranches(): Promise<Entry> {
	const demo = await call(DEMO, {}, null);
	if (demo.ok) return { kind: "where", choices: demo.value.branches };
	if (demo.problem.code !== "demo-off") return { kind: "refused", problem: demo.problem };
	goToSignIn();
	return { kind: "entering" };
}
