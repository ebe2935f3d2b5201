import { isOpenStatus } from "../../client-kit/words/referral-labels.ts";
import type { ReferralChange, ReferralRow } from "../../schema/customer/referral.ts";

/** What the form of a change holds; a personal value left empty stays as it is, for it is not shown there. */
export type ChangeValues = {
	readonly status: ReferralRow["status"];
	readonly reasonCode: string;
	readonly managerId?: string;
	readonly name?: string;
	readonly numberKind?: NonNullable<ReferralRow["number"]>["kind"];
	readonly number?: string;
	readonly contactKind?: NonNullable<ReferralRow["contact"]>["kind"];
	readonly contact?: string;
	readonly bestContactTime?: string;
	readonly remarks?: string;
	readonly consent: ReferralRow["consent"]["status"];
	readonly objection: boolean;
};

/** Where the form starts: what is not personal, as it is. */
export function valuesOf(row: ReferralRow): ChangeValues {
	return {
		status: row.status,
		reasonCode: row.reasonCode,
		managerId: row.managerId ?? "",
		numberKind: row.number?.kind ?? "account",
		contactKind: row.contact?.kind ?? "phone",
		consent: row.consent.status,
		objection: row.objectedAt !== null,
	};
}

/** Only what differs from the record, so that nothing is touched that was not meant. */
export function changeOf(row: ReferralRow, values: ChangeValues): ReferralChange {
	const typed = (text: string | undefined) => text?.trim() || undefined;
	const [name, number, contact] = [typed(values.name), typed(values.number), typed(values.contact)];
	const [bestContactTime, remarks] = [typed(values.bestContactTime), typed(values.remarks)];
	const managerId = typed(values.managerId) ?? null;
	return {
		...(values.status !== row.status && isOpenStatus(values.status) && { status: values.status }),
		...(values.reasonCode !== row.reasonCode && { reasonCode: values.reasonCode }),
		...(managerId !== row.managerId && { managerId }),
		...(name && { name }),
		...(number && { number: { kind: values.numberKind ?? "account", value: number } }),
		...(contact && { contact: { kind: values.contactKind ?? "phone", value: contact } }),
		...(bestContactTime && { bestContactTime }),
		...(remarks && { remarks }),
		...(values.consent !== row.consent.status && { consent: { status: values.consent } }),
		...(values.objection !== (row.objectedAt !== null) && { objection: values.objection }),
	};
}
