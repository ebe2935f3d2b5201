import { Button, Select } from "antd";
import { goTo } from "../frame/address.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { Field } from "../parts/field.tsx";
import { useWords } from "../words/words.ts";
import { PURPOSE_WORD, PURPOSES } from "./device-labels.ts";

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
			<Field label={t("devicePurpose")}>
				{(id) => (
					<Select
						id={id}
						allowClear
						placeholder={t("all")}
						value={query.get("purpose") ?? undefined}
						onChange={(purpose: string | undefined) => filter("purpose", purpose)}
						options={PURPOSES.map((purpose) => ({ value: purpose as string, label: t(PURPOSE_WORD[purpose]) }))}
					/>
				)}
			</Field>
			<Field label={t("deviceStatus")}>
				{(id) => (
					<Select
						id={id}
						allowClear
						placeholder={t("all")}
						value={query.get("status") ?? undefined}
						onChange={(status: string | undefined) => filter("status", status)}
						options={[
							{ value: "active", label: t("deviceActive") },
							{ value: "revoked", label: t("deviceRevoked") },
						]}
					/>
				)}
			</Field>
			{query.size > 0 && <Button onClick={() => goTo(["devices"])}>{t("clear")}</Button>}
		</search>
	);
}
