import { Button, Input } from "antd";
import { NamedIcon } from "../../react-kit/icon.tsx";
import { ROLES } from "../../rules/role.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { goTo } from "../frame/address.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { Field } from "../parts/form/field.tsx";
import { FilterSelect } from "../parts/form/filter-select.tsx";
import { useWords } from "../words/words.ts";

const TEXT_MAX_CHARS = 40;

/** Filters of the list of people. All but the text stand in the address. */
export function PeopleFilter(props: {
	readonly query: URLSearchParams;
	readonly text: string;
	readonly onText: (text: string) => void;
}) {
	const { t, name } = useWords();
	const { query, text, onText } = props;
	const filter = (part: "node" | "role" | "status", value: string | undefined) =>
		goTo(["people"], {
			node: query.get("node") ?? undefined,
			role: query.get("role") ?? undefined,
			status: query.get("status") ?? undefined,
			[part]: value,
		});
	return (
		<search className="toolbar">
			<Field label={t("personFind")}>
				{(id) => (
					<Input.Search
						id={id}
						allowClear={{ clearIcon: <NamedIcon name="close" label={t("clear")} /> }}
						maxLength={TEXT_MAX_CHARS}
						defaultValue={text}
						onSearch={onText}
					/>
				)}
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
			<FilterSelect
				label={t("personRole")}
				value={query.get("role")}
				onChange={(role) => filter("role", role)}
				options={ROLES.map((role) => ({ value: role, label: name(ROLE_NAMES[role]) }))}
				search
			/>
			<FilterSelect
				label={t("status")}
				value={query.get("status")}
				onChange={(status) => filter("status", status)}
				options={[
					{ value: "active", label: t("statusActive") },
					{ value: "left", label: t("statusLeft") },
				]}
			/>
			{query.size > 0 && <Button onClick={() => goTo(["people"])}>{t("clear")}</Button>}
		</search>
	);
}
