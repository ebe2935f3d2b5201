import { hasField } from "../../client-kit/customer/referral-fields.ts";
import { CONTACT_WORD, NUMBER_WORD } from "../../client-kit/words/referral-labels.ts";
import type { ReferralField, ReferralRow, ReferralValues } from "../../schema/customer/referral.ts";
import type { Shown } from "../data/use-shown.ts";
import { ShownTime } from "../parts/shown-time.tsx";
import { useWords, type Words } from "../words/words.ts";
import { outcomeText } from "./outcome/outcome-text.ts";
import { FIELD_WORD, FIELDS } from "./referral-labels.ts";

const MASK = "••••••";

/** What is known of the customer: masked, or for a moment in full with the time that is left. */
export function PersonalFacts({ row, shown }: { readonly row: ReferralRow; readonly shown: Shown<ReferralValues> }) {
	const words = useWords();
	const { t } = words;
	const { values } = shown;
	return (
		<section className="panel">
			<ShownTime shown={shown} />
			<dl className="facts">
				{FIELDS.map((field) => (
					<Fact key={field} label={t(FIELD_WORD[field])}>
						{values?.[field] === undefined ? (
							maskedText(row, field, t)
						) : (
							<span className="shown-value">{fullText(values, field, words)}</span>
						)}
					</Fact>
				))}
			</dl>
		</section>
	);
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
	return (
		<>
			<dt>{label}</dt>
			<dd>{children}</dd>
		</>
	);
}

function maskedText(row: ReferralRow, field: ReferralField, t: Words["t"]): string {
	if (!hasField(row, field)) return row.erasedAt === null ? "—" : t("referralErased");
	switch (field) {
		case "name":
			return row.name ?? "—";
		case "number":
			return row.number === null ? "—" : `${t(NUMBER_WORD[row.number.kind])} ${row.number.value}`;
		case "contact":
			return row.contact === null ? "—" : `${t(CONTACT_WORD[row.contact.kind])} ${row.contact.value}`;
		case "bestContactTime":
		case "remarks":
		case "outcome":
			return MASK;
		default:
			return field satisfies never;
	}
}

function fullText(values: ReferralValues, field: ReferralField, { t }: Words): string {
	const { number, contact, outcome } = values;
	switch (field) {
		case "name":
		case "bestContactTime":
		case "remarks":
			return values[field] ?? t("shownNothing");
		case "number":
			return number ? `${t(NUMBER_WORD[number.kind])} ${number.value}` : t("shownNothing");
		case "contact":
			return contact ? `${t(CONTACT_WORD[contact.kind])} ${contact.value}` : t("shownNothing");
		case "outcome":
			return outcome ? outcomeText(outcome) : t("shownNothing");
		default:
			return field satisfies never;
	}
}
