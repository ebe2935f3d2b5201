import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";

/** An identified-customer record in the words of its form: what tests ask of its case, and compare. */
export type ReferralRow = {
	readonly referralId: string;
	readonly status: string;
	readonly reasonCode: string;
	readonly staffId: string;
	readonly managerId: string | null;
	readonly name: string | null;
	readonly erasedAt: number | null;
	readonly objectedAt: number | null;
	readonly outcomeAt: number | null;
	readonly consent: { readonly at: number | null };
	readonly staffName: unknown;
	readonly managerName: unknown;
	readonly version: number;
};
export type ShownReferral = { readonly referralId: string; readonly values: Values; readonly hideAt: number };
export type PersonRecords = {
	readonly cut: boolean;
	readonly referrals: readonly { readonly record: ReferralRow; readonly values: Values }[];
};
type Values = CaseInFull["fields"];

type Body = Record<string, unknown>;
type RecordCall = {
	readonly method: string;
	readonly path: string;
	readonly body: unknown;
	/** Where it is read how the case then stands. */
	readonly reads?: string;
	readonly answer: (body: never) => unknown;
};

const FLAGS = ["unsigned", "incomplete", "mine"];

/** The call of the doors of cases that a call of a record stands for. */
export function recordCall(method: string, path: string, given: unknown): RecordCall {
	const [address = "", search = ""] = path.split("?");
	const [, branches, branchId = "", , referralId, act] = address.split("/");
	const body = given as Body;
	if (branches === "nodes") return { method, path, body, answer: exported };
	const cases = `/branches/${branchId}/cases`;
	if (referralId === undefined) {
		return method === "GET"
			? { method, path: `/nodes/${branchId}/cases?${listed(search)}`, body: undefined, answer: paged }
			: { method, path: cases, body: opening(body), answer: done };
	}
	if (referralId === "search") return { method, path: `${cases}/search`, body, answer: paged };
	const one = `${cases}/${branchId}_${referralId.slice(1)}`;
	const step = (brought: unknown) => ({
		method: "POST",
		path: `${one}/steps`,
		body: brought,
		reads: one,
		answer: rowOf,
	});
	switch (act) {
		case "shown":
			return { method, path: `${one}/shown`, body, answer: shown };
		case "erasure":
			return { method, path: `${one}/erasure`, body, answer: (answer: unknown) => answer };
		case "signature":
			return step({ step: "sign", stage: body.status, texts: body.reason === undefined ? {} : { why: body.reason } });
		case "outcome":
			return step(outcome(body));
		default:
			return method === "PUT" ? step(change(body)) : { method, path: one, body, answer: rowOf };
	}
}

function listed(search: string): URLSearchParams {
	const { status, ...asked } = Object.fromEntries(new URLSearchParams(search));
	const list = FLAGS.find((flag) => asked[flag] === "true");
	const rest = Object.entries(asked).filter(([name]) => !FLAGS.includes(name));
	const query = { kind: "referral", open: "any", sort: "opened", order: "desc", ...Object.fromEntries(rest) };
	return new URLSearchParams({ ...query, ...(status && { stage: status }), ...(list && { list }) });
}

function opening({ status, managerId, ...body }: Body) {
	return { kind: "referral", ...named({ stage: status, ownerId: managerId }), ...parts(body) };
}

function change({ status, managerId, ...body }: Body) {
	return { step: "change", ...named({ stage: status, ownerId: managerId }), ...parts(body) };
}

function outcome({ status, ...lists }: Body) {
	return { step: "outcome", ...named({ stage: status }), fields: { outcome: lists } };
}

/** Fields, ties and facts each in their own place; what is none of them stays, so that it is refused. */
function parts({ reasonCode, identifiedBy, consent, objection, customerReference, ticketId, ...body }: Body) {
	const { name, number, contact, bestContactTime, remarks, ...rest } = body;
	const { status, how } = (consent ?? {}) as { status?: string; how?: string };
	const flag = objection === undefined ? undefined : objection ? 1 : 0;
	return {
		...rest,
		fields: named({ name, number, contact, bestContactTime, remarks }),
		ties: named({ customerReference, ticketId }),
		facts: named({ reasonCode, identifiedBy, consent: status, consentHow: how, objection: flag }),
	};
}

function named(values: Body): Body {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

const idOf = (caseId: string) => `r${caseId.slice(caseId.lastIndexOf("_") + 1)}`;
const done = ({ caseId }: CaseShown) => ({ referralId: idOf(caseId) });
const paged = ({ rows, next = null }: { rows: CaseShown[]; next?: string | null }) => ({ rows: rows.map(rowOf), next });
const shown = ({ fields, hideAt, caseId }: CaseShown & CaseInFull & { hideAt: number }) => ({
	...{ referralId: idOf(caseId), values: fields, hideAt },
});
const exported = ({ cases, ...rest }: { cases: (CaseInFull & { shown: CaseShown })[] }) => ({
	...rest,
	referrals: cases.map((each) => ({ record: rowOf(each.shown), values: each.fields })),
});

function rowOf(of: CaseShown) {
	const { facts, fields, ties, signs, names = {}, ownerId } = of;
	const managerId = facts.isAssigned === 1 ? ownerId : null;
	const { staffId, role, reasonCode, signedBy, signedAt, signedStatus, objectedAt, outcomeAt } = facts;
	return {
		...{ branchId: of.branchId, businessDay: of.businessDay, recordedAt: of.openedAt, version: of.version },
		...{ referralId: idOf(of.caseId), status: of.stage, erasedAt: of.erasedAt, managerId },
		...{ staffId, role, reasonCode, objectedAt, outcomeAt },
		staffName: names[String(staffId)] ?? null,
		managerName: managerId === null ? null : (names[managerId] ?? null),
		...{ ticketId: ties.ticketId ?? null, customerReference: ties.customerReference ?? null },
		...{ name: fields.name ?? null, number: fields.number ?? null, contact: fields.contact ?? null },
		has: {
			bestContactTime: fields.bestContactTime !== undefined,
			remarks: fields.remarks !== undefined,
			outcome: fields.outcome !== undefined,
		},
		consent: { status: facts.consent, how: facts.consentHow, at: facts.consentAt },
		mayContact: of.erasedAt === null && !signs.includes("no-contact"),
		incomplete: signs.includes("incomplete"),
		signed: signedBy === null ? null : { by: signedBy, at: signedAt, status: signedStatus },
	};
}
