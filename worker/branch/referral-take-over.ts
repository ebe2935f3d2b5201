import * as z from "zod";
import { CASE_KIND_NAMES, definitionOf } from "../../rules/case/kinds.ts";
import type { StoredCase } from "../../schema/customer/case.ts";
import { caseIdOfRow } from "../domain/case/case-place.ts";
import { erased } from "../domain/case/erase.ts";
import { casesNamed, openCasesOf } from "../records/case/case.ts";
import type { Memory } from "../records/memory.ts";
import type { TakeOver } from "./forward/forwarder-ports.ts";
import type { Foundation } from "./log/foundation.ts";
import { MEMO_SLOT } from "./log/memo.ts";
import { entriesAsCases } from "./log/referral-entries.ts";

const PAGE = 100;
/** Kinds that there were before they were cases. */
const KINDS = CASE_KIND_NAMES.filter((kind) => definitionOf(kind).sealedAs !== undefined);

type Ports = {
	readonly storage: DurableObjectStorage;
	readonly foundation: Pick<Foundation, "founded" | "read" | "write">;
	readonly branchId: string;
	/** Cases as D1 has them, save what is known here. */
	readonly takeIn: (found: readonly StoredCase[]) => void;
	/** Inside `store` only. */
	readonly putCopy: (stored: StoredCase, leftAt: number) => void;
	readonly store: (write: () => void) => void;
};

/**
 * A branch takes over the records that D1 alone kept before they were cases: all that are open, and copies of what it has
 * delivered within a month. Never over what it knows; that it is done is written last.
 */
export class ReferralTakeOver implements TakeOver {
	readonly #ports: Ports;
	#done: boolean;

	constructor(ports: Ports) {
		this.#ports = ports;
		this.#done = ports.foundation.read(MEMO_SLOT.referralsTakenOver, z.literal(true)) ?? false;
	}

	/** Of a branch that nobody has founded there is nothing to take over. */
	get isDone(): boolean {
		return this.#done || !this.#ports.foundation.founded;
	}

	async take(memory: Memory): Promise<void> {
		const { branchId } = this.#ports;
		this.#takeIn(await casesNamed(memory, branchId, this.#unsent()));
		let after = "";
		for (;;) {
			const page = await openCasesOf(memory, { branchId, kinds: KINDS, after, limit: PAGE });
			this.#takeIn(page);
			const last = page.at(-1);
			if (last === undefined) break;
			after = last.caseId;
		}
		await this.#takeDelivered(memory);
	}

	/** What waited in the outbox may have reached D1 unknown to the branch, and have been changed or erased there since. */
	#unsent(): string[] {
		const query = "SELECT case_id AS id FROM cases WHERE is_unsent = 1 AND kind IN (SELECT value FROM json_each(?))";
		const rows = this.#ports.storage.sql.exec<{ id: string }>(query, JSON.stringify(KINDS)).toArray();
		return rows.map(({ id }) => id);
	}

	#takeIn(found: readonly StoredCase[]): void {
		this.#ports.takeIn(found.map((each) => (each.erasedAt === null ? each : erased(each, each.erasedAt))));
	}

	/** What D1 has of them goes before what they were when they were delivered; what it has lost it gets again. */
	async #takeDelivered(memory: Memory): Promise<void> {
		const { storage, branchId, putCopy, store, foundation } = this.#ports;
		const delivered = storage.sql
			.exec<{ at: number; id: string }>("SELECT at, referral_id AS id FROM delivered")
			.toArray();
		const leftAt = new Map(delivered.map(({ at, id }) => [caseIdOfRow({ kind: "referral", branchId }, id), at]));
		const found = await casesNamed(memory, branchId, [...leftAt.keys()]);
		store(() => {
			for (const each of found) putCopy(each, leftAt.get(each.caseId) ?? 0);
			storage.sql.exec(entriesAsCases("delivered"));
			storage.sql.exec("DELETE FROM delivered");
			foundation.write(MEMO_SLOT.referralsTakenOver, true);
		});
		this.#done = true;
	}
}

/** As what waited was parked before it was a case; the row of the case is tried anew. */
export function isNameOfBefore(name: string): boolean {
	return name.startsWith("referral ");
}
