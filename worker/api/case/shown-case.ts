import { definitionOf } from "../../../rules/case/kinds.ts";
import { signsOf } from "../../../rules/case/signs.ts";
import { possibleSteps } from "../../../rules/case/step.ts";
import type { CaseShown, StoredCase } from "../../../schema/customer/case.ts";
import type { Bilingual } from "../../../schema/ids.ts";
import type { Env } from "../../platform/env.ts";
import { maskedFields } from "../../privacy/case-fields.ts";
import { isPersonal, openTexts } from "../../privacy/case-texts.ts";
import { unwrap } from "../../privacy/data-key.ts";
import { EnvelopeError, type NamedKey } from "../../privacy/envelope.ts";
import type { Vault } from "../../privacy/vault.ts";
import { memoryOf } from "../../records/memory.ts";
import { staffNames } from "../../records/people/staff-name.ts";
import type { Caller } from "../door/authenticate.ts";
import { inTime } from "../door/in-time.ts";
import { readersOf } from "./stored-case.ts";

/** A case is read without D1 too, and then without the names of its people. */
const NAMES_MAX_MS = 1_000;

/** Cases as the caller sees them, without those of which the caller may not learn. */
export async function allShownTo(
	caller: Caller | null,
	vault: Vault,
	found: readonly StoredCase[],
): Promise<CaseShown[]> {
	const rows = await Promise.all(found.map((each) => shownTo(caller, vault, each)));
	return rows.filter((row) => row !== null);
}

/** A case in clear for whoever may read it, what names a customer masked; null for whoever may not learn of it. */
export async function shownTo(caller: Caller | null, vault: Vault, stored: StoredCase): Promise<CaseShown | null> {
	const readers = readersOf(caller, stored);
	if (readers.length === 0) return null;
	const definition = definitionOf(stored.kind);
	const isGone = stored.erasedAt !== null;
	const steps = isGone ? [] : readers.flatMap((each) => possibleSteps(definition, stored, each));
	return { ...(await masked(vault, stored)), possible: [...new Set(steps)] };
}

/** A case as everybody who may read it sees it, whoever they are. */
export async function masked(vault: Vault, stored: StoredCase): Promise<CaseShown> {
	const { key: _, keyId: _k, texts, indexes: _i, revision: _r, ...rest } = stored;
	const { kind, fields, ties, erasedAt } = stored;
	const { unseen = [] } = definitionOf(kind);
	const facts = Object.fromEntries(Object.entries(stored.facts).filter(([fact]) => !unseen.includes(fact)));
	const holding = [...Object.keys(fields), ...Object.keys(ties)];
	return {
		...rest,
		facts,
		texts: await opened(vault, stored, (key) => openTexts(key, stored, (column) => !isPersonal(kind, column))),
		personal: Object.keys(texts).filter((column) => isPersonal(kind, column)),
		fields: await opened(vault, stored, (key) => maskedFields(key, stored)),
		signs: erasedAt === null ? signsOf(definitionOf(kind), { ...stored, holding }) : [],
		possible: [],
	};
}

/** Nothing of what is erased or does not open: the list it stands in goes on without. */
async function opened<Shown extends object>(
	vault: Vault,
	stored: StoredCase,
	open: (key: NamedKey) => Promise<Shown>,
): Promise<Shown | Record<string, never>> {
	if (stored.key === null) return {};
	try {
		return await open(await unwrap(vault, stored.key));
	} catch (error) {
		if (!(error instanceof EnvelopeError)) throw error;
		console.error(JSON.stringify({ message: "a case does not open", caseId: stored.caseId, error: error.message }));
		return {};
	}
}

/** Cases with what the people in them are called, as far as D1 says it at once. */
export async function withNames<Row extends CaseShown>(env: Env, rows: readonly Row[]): Promise<Row[]> {
	const named = staffNames(memoryOf(env.DB), rows.flatMap(peopleIn)).catch(() => null);
	const names = (await inTime(NAMES_MAX_MS, named)) ?? new Map<string, Bilingual>();
	return rows.map((row) => {
		const own = peopleIn(row).flatMap((staffId) => {
			const name = names.get(staffId);
			return name === undefined ? [] : [[staffId, name] as const];
		});
		return { ...row, names: Object.fromEntries(own) };
	});
}

/** Everybody who has to do with a case. */
function peopleIn({ kind, ownerId, openedBy, facts, steps }: CaseShown): string[] {
	const told = Object.entries(definitionOf(kind).facts ?? {}).flatMap(([fact, is]) => {
		const value = facts[fact];
		return is === "staff" && typeof value === "string" ? [value] : [];
	});
	return [...new Set([ownerId, openedBy, ...told, ...steps.flatMap(({ by }) => by?.staffId ?? [])])];
}
