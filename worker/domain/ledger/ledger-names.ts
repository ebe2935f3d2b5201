import type { Bilingual } from "../../../schema/ids.ts";
import type { LedgerBody } from "../../../schema/ledger/ledger.ts";
import { ROLE_NAMES } from "../../../schema/role-name.ts";
import { REASON_CODES } from "../../../schema/shipped-reason-codes.ts";
import { PURPOSE_NAMES } from "./ledger-terms.ts";

/** What the ids of entries are called, as far as it is known. */
export type LedgerNames = {
	readonly staff: ReadonlyMap<string, Bilingual>;
	readonly nodes: ReadonlyMap<string, Bilingual>;
	readonly devices: ReadonlyMap<string, string>;
	/** By the random part of their ids. */
	readonly cases: ReadonlyMap<string, { readonly businessDay: string; readonly reasonCode: string | null }>;
};

/** Ids whose names are wanted. */
export type NamedIds = {
	readonly staff: Set<string>;
	readonly nodes: Set<string>;
	readonly devices: Set<string>;
	readonly cases: Set<string>;
};

/** A few letters of an id that nobody reads whole: enough to compare. */
const ID_SHOWN_CHARS = 6;

/** Every id of these entries that has a name. */
export function idsIn(entries: readonly LedgerBody[]): NamedIds {
	const ids: NamedIds = { staff: new Set(), nodes: new Set(), devices: new Set(), cases: new Set() };
	for (const { actor, subject } of entries) {
		if (actor?.kind === "staff") ids.staff.add(actor.staffId);
		if (actor?.kind === "device") ids.devices.add(actor.deviceId);
		if (actor !== null && "nodeId" in actor) ids.nodes.add(actor.nodeId);
		for (const name of ["nodeId", "branchId", "parentId"]) addTo(ids.nodes, subject[name]);
		for (const { nodeId } of rolesIn(subject.roles ?? "")) addTo(ids.nodes, nodeId);
		addTo(ids.staff, subject.staffId);
		for (const { staffId } of countsIn(subject.staffIds ?? "")) addTo(ids.staff, staffId);
		addTo(ids.devices, subject.deviceId);
		for (const id of [subject.caseId, subject.referralId]) addTo(ids.cases, id && randomPart(id));
	}
	return ids;
}

function addTo(ids: Set<string>, id: string | undefined): void {
	if (id !== undefined) ids.add(id);
}

/** Roles as an entry has them: `role@node`, a blank between two. */
export function rolesIn(text: string): { readonly role: string; readonly nodeId: string }[] {
	return text.split(" ").flatMap((part) => {
		const [role, nodeId] = part.split("@");
		return role && nodeId ? [{ role, nodeId }] : [];
	});
}

/** Staff numbers with how often each, as a sum of refused sign-ins has them: `number:count`, a blank between two. */
export function countsIn(text: string): { readonly staffId: string; readonly count: string }[] {
	return text.split(" ").flatMap((part) => {
		const [staffId, count] = part.split(":");
		return staffId && count ? [{ staffId, count }] : [];
	});
}

export function sameInBoth(text: string): Bilingual {
	return { zh: text, en: text };
}

/** Somebody with the staff number, for two may be called the same. */
export function staffNamed(staffId: string, { staff }: LedgerNames): Bilingual {
	const name = staff.get(staffId);
	return name === undefined ? sameInBoth(staffId) : { zh: `${name.zh}（${staffId}）`, en: `${name.en} (${staffId})` };
}

export function nodeNamed(nodeId: string, { nodes }: LedgerNames): Bilingual {
	return nodes.get(nodeId) ?? sameInBoth(nodeId);
}

export function deviceNamed(deviceId: string, { devices }: LedgerNames): Bilingual {
	const name = devices.get(deviceId);
	return name === undefined ? sameInBoth(deviceId) : { zh: `“${name}”`, en: `“${name}”` };
}

/** A case by its day, and a referral by its reason too; never by its customer; and the end of its id. */
export function caseNamed(id: string, { cases }: LedgerNames): Bilingual {
	const known = cases.get(randomPart(id));
	const end = `…${id.slice(-ID_SHOWN_CHARS)}`;
	const isReferral = id.startsWith("r") && !id.includes("_");
	if (known === undefined) {
		return isReferral
			? { zh: `推介记录（${end}）`, en: `a referral (${end})` }
			: { zh: `事项（${end}）`, en: `a case (${end})` };
	}
	const { businessDay, reasonCode } = known;
	if (reasonCode === null) return { zh: `${businessDay} 的事项（${end}）`, en: `the case of ${businessDay} (${end})` };
	const reason = REASON_CODES.find((each) => each.id === reasonCode)?.name ?? sameInBoth(reasonCode);
	return {
		zh: `${businessDay} 的“${reason.zh}”推介记录（${end}）`,
		en: `the referral “${reason.en}” of ${businessDay} (${end})`,
	};
}

/** What the id of a case, and that which a referral had before it was one, have in common. */
function randomPart(id: string): string {
	return id.includes("_") ? id.slice(id.lastIndexOf("_") + 1) : id.slice(1);
}

/** Who acted, as what, from where; null: nobody who was signed in. */
export function whoOf({ actor }: LedgerBody, names: LedgerNames): Bilingual | null {
	if (actor === null) return null;
	switch (actor.kind) {
		case "staff":
			return joined([staffNamed(actor.staffId, names), ROLE_NAMES[actor.role], nodeNamed(actor.nodeId, names)]);
		case "device":
			return joined([PURPOSE_NAMES[actor.purpose], deviceNamed(actor.deviceId, names), nodeNamed(actor.nodeId, names)]);
		case "service":
			return joined([
				{ zh: "服务账号", en: "Service account" },
				sameInBoth(actor.accountId),
				nodeNamed(actor.nodeId, names),
			]);
		case "customer":
			return { zh: `持号客户 ${actor.ticketId}`, en: `Customer with ${actor.ticketId}` };
		case "system":
			return { zh: "系统", en: "The system" };
		default:
			return actor satisfies never;
	}
}

function joined(parts: readonly Bilingual[]): Bilingual {
	return { zh: parts.map(({ zh }) => zh).join(" · "), en: parts.map(({ en }) => en).join(" · ") };
}
