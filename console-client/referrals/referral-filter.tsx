import { Input, Segmented } from "antd";
import { goTo } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { Field } from "../parts/field.tsx";
import { useWords } from "../words/words.ts";
import { LISTS } from "./referral-query.ts";

const LIST_WORD = { all: "listAll", unsigned: "listUnsigned", incomplete: "listIncomplete", mine: "listMine" } as const;

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
						selectable={(nodeId) => nodeId.includes("-") && me.may("referral.read", nodeId)}
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
					options={LISTS.map((list) => ({ value: list as string, label: t(LIST_WORD[list]) }))}
				/>
			</div>
			{(["from", "to"] as const).map((name) => (
				<Field key={name} label={t(name === "from" ? "referralFrom" : "referralTo")}>
					{(id) => (
						<Input
							id={id}
							type="date"
							value={query.get(name) ?? ""}
							onChange={(event) => filter(name, event.target.value || undefined)}
						/>
					)}
				</Field>
			))}
		</search>
	);
}
