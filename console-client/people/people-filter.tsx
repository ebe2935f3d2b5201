import { Button, Input, Select } from "antd";
import { goTo } from "../frame/address.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { Field } from "../parts/field.tsx";
import { ROLE_WORD, ROLES } from "../words/labels.ts";
import { useWords } from "../words/words.ts";

const TEXT_MAX_CHARS = 40;

/** Filters of the list of people. All but the text stand in the address. */
export function PeopleFilter(props: { readonly query: URLSearchParams; readonly onText: (text: string) => void }) {
	const { t } = useWords();
	const { query, onText } = props;
	const filter = (name: "node" | "role" | "status", value: string | undefined) =>
		goTo(["people"], {
			node: query.get("node") ?? undefined,
			role: query.get("role") ?? undefined,
			status: query.get("status") ?? undefined,
			[name]: value,
		});
	return (
		<search className="toolbar">
			<Field label={t("personFind")}>
				{(id) => <Input.Search id={id} allowClear maxLength={TEXT_MAX_CHARS} onSearch={onText} />}
			</Field>
			<Field label={t("personNode")}>
				{(id) => (
					<NodeSelect
						id={id}
						allowClear
						value={query.get("node") ?? undefined}
						onChange={(nodeId) => filter("node", nodeId)}
					/>
				)}
			</Field>
			<Field label={t("personRole")}>
				{(id) => (
					<Select
						id={id}
						allowClear
						showSearch={{ optionFilterProp: "label" }}
						placeholder={t("all")}
						value={query.get("role") ?? undefined}
						onChange={(role: string | undefined) => filter("role", role)}
						options={ROLES.map((role) => ({ value: role as string, label: t(ROLE_WORD[role]) }))}
						popupMatchSelectWidth={false}
					/>
				)}
			</Field>
			<Field label={t("personStatus")}>
				{(id) => (
					<Select
						id={id}
						allowClear
						placeholder={t("all")}
						value={query.get("status") ?? undefined}
						onChange={(status: string | undefined) => filter("status", status)}
						options={[
							{ value: "active", label: t("statusActive") },
							{ value: "left", label: t("statusLeft") },
						]}
					/>
				)}
			</Field>
			{query.size > 0 && <Button onClick={() => goTo(["people"])}>{t("clear")}</Button>}
		</search>
	);
}
