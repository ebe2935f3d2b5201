import type { HolderActor } from "../../../schema/actor.ts";
import type { CaseDone, CaseShown, PersonExport } from "../../../schema/customer/case.ts";
import type { Output } from "../../../schema/endpoint/api.ts";
import { newCommandId } from "../../branch/a-branch.ts";
import { type Ears, must } from "./canary-ears.ts";
import type { Canary } from "./canary-people.ts";

const isByIdNumber = (index: number) => index % 3 === 0;
/** These leave an address of a chat, and no phone by which they would be found. */
const isByChat = (index: number) => index % 5 === 0;

/** Somebody stands in a record with every field; now and then it is sent again with other words, or with wrong ones. */
export async function recordAbout(
	{ name, phone, idNumber, account, chat }: Canary,
	index: number,
	path: string,
	actor: HolderActor,
	ears: Ears,
): Promise<string> {
	const fields = {
		name,
		number: isByIdNumber(index) ? { kind: "id-number", value: idNumber } : { kind: "account", value: account },
		contact: isByChat(index) ? { kind: "wechat", value: chat } : { kind: "phone", value: phone },
		bestContactTime: `给${name}打电话`,
		remarks: `${name} ${phone}`,
	};
	const stage = index % 2 === 0 ? "to_follow_up" : "offered";
	const body = { kind: "referral", stage, fields, facts: { reasonCode: "large-cash" } };
	const commandId = newCommandId();
	const open = (sent: object, id: string) =>
		ears.sayOpenly<CaseDone>(actor, "POST", path, { body: sent, commandId: id });
	const { caseId } = must(await open(body, commandId));
	if (index % 20 === 0) {
		const other = { ...body, fields: { ...fields, remarks: "另一位" } };
		must(await open(other, commandId), "command-id-reused");
		const bad = { ...body, fields: { ...fields, contact: phone, [phone.slice(0, 3)]: 1 }, [phone.slice(0, 3)]: 1 };
		must(await open(bad, newCommandId()), "invalid-input");
	}
	return caseId;
}

/** Somebody's record is shown, changed, searched for or exported; of some an outcome is told, and some are erased. */
export async function workOn(
	person: Canary,
	index: number,
	at: { readonly branchId: string; readonly path: string; readonly caseId: string },
	{ actor, adviser }: Readonly<Record<"actor" | "adviser", HolderActor>>,
	ears: Ears,
): Promise<void> {
	const one = `${at.path}/${at.caseId}`;
	const step = (by: HolderActor, version: number, body: object) =>
		ears.sayOpenly<CaseDone>(by, "POST", `${one}/steps`, { body, version, commandId: newCommandId() });
	const { name, phone, idNumber, account } = person;
	if (index % 4 === 0) {
		const body = { fields: ["name", "contact"], reason: `客户${phone}来电` };
		const { fields } = must(await ears.say<Output<"showCase">>(actor, "POST", `${one}/shown`, { body }));
		if (fields.name !== name) throw new Error(`not shown: ${name}`);
	}
	if (index % 4 === 1) {
		const fields = { contact: { kind: "phone", value: phone }, remarks: idNumber };
		must(await step(actor, 1, { step: "change", fields }));
		must(await ears.sayOpenly(actor, "GET", one));
		must(await step(actor, 1, { step: "change", fields: { name } }), "changed-since-read");
	}
	if (index % 4 === 2) {
		const body = { by: "phone", value: phone, reason: "核对" };
		const search = `${at.path}/search`;
		const { rows } = must(await ears.sayOpenly<{ rows: CaseShown[] }>(actor, "POST", search, { body }));
		if (rows.length !== (isByChat(index) ? 0 : 1)) throw new Error(`found ${rows.length} times: ${name}`);
	}
	if (index % 4 === 3) {
		const [by, value] = isByIdNumber(index) ? ["id-number", idNumber] : ["account", account];
		const wish = { body: { by, value, reason: "核对" } };
		const path = `/nodes/${at.branchId}/personal-data/export`;
		const { cases } = must(await ears.say<PersonExport>(actor, "POST", path, wish));
		if (cases[0]?.fields.name !== name) throw new Error(`not exported: ${name}`);
	}
	if (index % 25 === 0) {
		const { version } = must(await ears.sayOpenly<CaseShown>(adviser, "GET", one));
		const outcome = { accounts: [{ kind: "活期", number: account }], sold: [] };
		must(await step(adviser, version, { step: "outcome", fields: { outcome } }));
		// The outcome has signed it.
		must(await step(adviser, version + 1, { step: "sign", stage: "introduced" }), "already-signed");
		must(await ears.sayOpenly(adviser, "GET", one));
	}
	if (index % 50 === 0) {
		const body = { reason: `客户${phone}要求删除，证件${idNumber}` };
		must(await ears.say(actor, "POST", `${one}/erasure`, { body }));
	}
}
