import { definitionOf } from "../../../rules/case/kinds.ts";
import { anyHolds } from "../../../rules/holding.ts";
import type { CaseInFull, StoredCase } from "../../../schema/customer/case.ts";
import type { PersonQuery } from "../../../schema/customer/customer-values.ts";
import { PERSON_RECORDS_MAX } from "../../../schema/limits.ts";
import { bareNumber } from "../../../schema/text/written-number.ts";
import { blindIndexes } from "../../privacy/blind-index.ts";
import { fieldsInFull, namesFoundBy } from "../../privacy/case-fields.ts";
import { isPersonal, openTexts } from "../../privacy/case-texts.ts";
import { unwrap } from "../../privacy/data-key.ts";
import { type Vault, vaultOf } from "../../privacy/vault.ts";
import { findCasesOfPerson, type PersonKey } from "../../records/case/list.ts";
import { memoryOf } from "../../records/memory.ts";
import { countOrRefuse } from "../customer/privacy.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";
import { bringCases } from "./list-cases.ts";
import { allShownTo, masked, withNames } from "./shown-case.ts";
import { actorsOf } from "./stored-case.ts";

/** A person's cases that the caller may read; all of them for whoever may export them. */
export const searchCases: Handler<"searchCases"> = ({ env, caller, actor, params, body, now }) =>
	orNotReady(async () => {
		const { branchId } = params;
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		const denied = await countOrRefuse(memoryOf(env.DB), actor, "search", now);
		if (denied !== null) return denied;
		await bringCases(env, branchId);
		const found = await findCasesOfPerson(memoryOf(env.DB), branchId, await keyOf(vault, body), PERSON_RECORDS_MAX);
		const isAll = anyHolds(actorsOf(caller), "privacy.export", branchId);
		const all = () => Promise.all(found.map((each) => masked(vault, each)));
		return { rows: await withNames(env, await (isAll ? all() : allShownTo(caller, vault, found))) };
	});

export const exportPerson: Handler<"exportPerson"> = ({ env, actor, params, body, now }) =>
	orNotReady(async () => {
		const memory = memoryOf(env.DB);
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		const denied = await countOrRefuse(memory, actor, "show", now);
		if (denied !== null) return denied;
		const found = await findCasesOfPerson(memory, params.nodeId, await keyOf(vault, body), PERSON_RECORDS_MAX + 1);
		const held = found.slice(0, PERSON_RECORDS_MAX).map(async (stored) => ({
			shown: await masked(vault, stored),
			...(await inFull(vault, stored)),
		}));
		const cases = await Promise.all(held);
		return { madeAt: now, cut: found.length > PERSON_RECORDS_MAX, cases };
	});

/** All that names a customer in a case. */
async function inFull(vault: Vault, stored: StoredCase): Promise<CaseInFull> {
	if (stored.key === null) return { texts: {}, fields: {} };
	const key = await unwrap(vault, stored.key);
	return {
		texts: await openTexts(key, stored, (column) => isPersonal(stored.kind, column)),
		fields: await fieldsInFull(key, stored, Object.keys(definitionOf(stored.kind).fields ?? {})),
	};
}

async function keyOf(vault: Vault, { by, value }: PersonQuery): Promise<PersonKey> {
	const names = namesFoundBy(by);
	return { names, hashes: by === "reference" ? [bareNumber(value)] : await blindIndexes(vault, by, value) };
}
