import { Button } from "antd";
import { PURPOSE_WORD, PURPOSES } from "../../client-kit/words/device-words.ts";
import { goTo } from "../frame/address.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { Field } from "../parts/form/field.tsx";
import { FilterSelect } from "../parts/form/filter-select.tsx";
import { useWords } from "../words/words.ts";

/** Filters of the list of devices; they stand in the address. */
export function DeviceFilter({ query }: { readonly query: URLSearchParams }) {
	const { t } = useWords();
	const filter = (name: "branch" | "purpose" | "status", value: string | undefined) =>
		goTo(["devices"], { ...Object.fromEntries(query), [name]: value });
	return (
		<search className="toolbar">
			<Field label={t("deviceBranch")}>
				{(id) => (
					<NodeSelect
						id={id}
						allowClear
						selectable={(nodeId) => nodeId.includes("-")}
						value={query.get("branch") ?? undefined}
						onChange={(nodeId) => filter("branch", nodeId)}
					/>
				)}
			</Field>
			<FilterSelect
				label={t("purpose")}
				value={query.get("purpose")}
				onChange={(purpose) => filter("purpose", purpose)}
				options={PURPOSES.map((purpose) => ({ value: purpose, label: t(PURPOSE_WORD[purpose]) }))}
			/>
			<FilterSelect
				label={t("status")}
				value={query.get("status")}
				onChange={(status) => filter("status", status)}
				options={[
					{ value: "active", label: t("deviceActive") },
					{ value: "revoked", label: t("deviceRevoked") },
				]}
			/>
			{query.size > 0 && <Button onClick={() => goTo(["devices"])}>{t("clear")}</Button>}
		</search>
	);
}
