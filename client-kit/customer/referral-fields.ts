import type { ReferralField, ReferralRow } from "../../schema/customer/referral.ts";

const FIELDS = [
	"name",
	"number",
	"contact",
	"bestContactTime",
	"remarks",
	"outcome",
] as const satisfies ReferralField[];

/** What there is to show in full of a record, in the order in which it is shown. */
export function fieldsToShow(row: ReferralRow): ReferralField[] {
	return FIELDS.filter((field) => hasField(row, field));
}

/** Whether a record holds something to show in this field. */
export function hasField(row: ReferralRow, field: ReferralField): boolean {
	if (row.erasedAt !== null) return false;
	switch (field) {
		case "name":
		case "number":
		case "contact":
			return row[field] !== null;
		case "bestContactTime":
		case "remarks":
		case "outcome":
			return row.has[field];
		default:
			return field satisfies never;
	}
}
