import { Segmented } from "antd";
import { REFERRAL_LIST_WORD } from "../../client-kit/words/referral-labels.ts";
import { goTo } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { DayField } from "../parts/form/day-field.tsx";
import { Field } from "../parts/form/field.tsx";
import { useWords } from "../words/words.ts";

/** Which branch, which list, which days; all of it stands in the address. */
export function ReferralFilter(props: { readonly query: URLSearchParams; readonly branchId: string | null }) {
	const { t } = useWords();
	const me = useMe();
	const { query, branchId } = props;
	const filter = (name: "branch" | "list" | "from" | "to", value: string | undefined) =>
		goTo(["referrals"], { ...Object.fromEntries(query), [name]: value });
	return (
		<search className="toolbar">
			<Field label={t("referralBranch")}>
				{(id) => (
					<NodeSelect
						id={id}
						selectable={(nodeId) =>
							nodeId.includes("-") && (me.may("referral.create", nodeId) || me.may("privacy.export", nodeId))
						}
						value={branchId ?? undefined}
						onChange={(nodeId) => filter("branch", nodeId)}
					/>
				)}
			</Field>
			<div className="field">
				<span>{t("referralList")}</span>
				<Segmented
					aria-label={t("referralList")}
					value={query.get("list") ?? "all"}
					onChange={(list) => filter("list", list === "all" ? undefined : list)}
					options={Object.entries(REFERRAL_LIST_WORD).map(([value, word]) => ({ value, label: t(word) }))}
				/>
			</div>
			{(["from", "to"] as const).map((name) => (
				<DayField
					key={name}
					label={t(name === "from" ? "referralFrom" : "referralTo")}
					value={query.get(name) ?? undefined}
					onChange={(day) => filter(name, day)}
				/>
			))}
		</search>
	);
}
