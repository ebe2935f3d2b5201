import type { HolderActor } from "../../../schema/actor.ts";
import { HOUR_MS, MONDAY_10, newCommandId } from "../../branch/a-branch.ts";
import { type Done, opened, stepped, WHAT } from "../a-case.ts";
import { type Answer, ask, codeOf } from "../a-referral.ts";

type Somebody = { readonly name: string; readonly phone: string; readonly idNumber: string; readonly account: string };
/** Who opens a problem, owns it first, takes it over, and may not know of it. */
type People = Readonly<Record<"opener" | "owner" | "next" | "stranger", HolderActor>>;
/** What came of an address, and whether anybody without the right to personal data may see the answer. */
export type Heard = { readonly url: string; readonly answer: Answer; readonly isOpen: boolean };

/** Every second customer is named where the page asks for no customer: people write it there all the same. */
const isNamedThroughout = (index: number) => index % 2 === 1;

/**
 * A problem about somebody goes its whole way: opened, refused, shown, handed over, carried over and closed, and for some
 * erased while it is open or after it is over. Throws when a step does not succeed.
 */
export async function problemAbout(
	somebody: Somebody,
	index: number,
	path: string,
	{ opener, owner, next, stranger }: People,
): Promise<Heard[]> {
	const heard: Heard[] = [];
	const all = `${somebody.name} ${somebody.phone} ${somebody.idNumber} ${somebody.account}`;
	const said = (plain: string) => (isNamedThroughout(index) ? `${plain}：${all}` : plain);
	const hear = (url: string, answer: Answer, code: string, isOpen = true) => {
		if (codeOf(answer) !== code) throw new Error(`${url}: ${answer.text} instead of ${code}`);
		heard.push({ url, answer, isOpen });
		return answer;
	};
	const commandId = newCommandId();
	const texts = { what: said(WHAT), customer: all };
	const { caseId } = hear(path, await opened(opener, path, { texts }, commandId), "done").body as Done;
	const at = `${path}/${caseId}`;
	const move = async (actor: HolderActor, version: number, body: object, code = "done") =>
		hear(`${at}/steps`, await stepped(actor, at, version, body), code);
	const show = (actor: HolderActor) =>
		ask(actor, "POST", `${at}/shown`, { body: { texts: ["customer.1"], reason: `客户${somebody.phone}来电` } });
	const erase = async () => {
		// A reason is kept in the ledger, where numbers are masked.
		const body = { reason: `客户${somebody.phone}要求删除，证件${somebody.idNumber}，卡号${somebody.account}` };
		hear(`${at}/erasure`, await ask(owner, "POST", `${at}/erasure`, { body }), "done");
		hear(`${at}/shown`, await show(owner), "case-erased");
		hear(at, await ask(owner, "GET", at), "done");
	};

	hear(path, await opened(opener, path, { texts: { what: all } }, commandId), "command-id-reused");
	hear(path, await opened(opener, path, { texts: { [somebody.name]: all } }), "invalid-input");
	hear(path, await opened(opener, path, { texts: { what: all, result: all } }), "wrong-for-step");
	await move(owner, 1, { step: "solve", texts: { why: all } }, "wrong-for-step");
	await move(stranger, 1, { step: "solve", texts: { result: all } }, "unknown-case");
	// The whole case is seen by whoever may read it; only what was not to name anybody is in it.
	hear(at, await ask(opener, "GET", at), "done", !isNamedThroughout(index));
	const shown = hear(`${at}/shown`, await show(owner), "done", false);
	if (!shown.text.includes(somebody.name)) throw new Error(`not shown: ${shown.text}`);
	await move(owner, 1, { step: "hand-over", ownerId: "li-na", texts: { why: said("不在本班") } });
	await move(next, 1, { step: "solve", texts: { result: all } }, "changed-since-read");
	const dueAt = MONDAY_10 + HOUR_MS * (1 + (index % 5));
	await move(next, 2, { step: "carry-over", dueAt, texts: { why: said("待件") } });
	if (index % 7 === 0) {
		await erase();
		return heard;
	}
	await (index % 4 === 0
		? move(opener, 3, { step: "drop", texts: { why: said("不用了") } })
		: move(next, 3, { step: "solve", texts: { result: said("已换电源") } }));
	if (index % 5 === 0) await erase();
	return heard;
}
