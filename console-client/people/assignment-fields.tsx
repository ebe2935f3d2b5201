import { Button, Form, Select } from "antd";
import { mayBeHeldAt, mayGrant, ROLES } from "../../rules/role.ts";
import type { Role } from "../../schema/actor.ts";
import type { Assignment } from "../../schema/people/person.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { useMe } from "../frame/me.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { useNodes } from "../institution/use-nodes.ts";
import { useWords } from "../words/words.ts";

/** Roles with their places, below `assignments` in the form's values; only what may be given can be chosen. */
export function AssignmentFields() {
	const { t } = useWords();
	return (
		<Form.List
			name="assignments"
			rules={[
				{
					validator: (_, list: readonly unknown[] | undefined) =>
						list?.length ? Promise.resolve() : Promise.reject(new Error(t("roleNeeded"))),
				},
			]}
		>
			{(fields, { add, remove }, { errors }) => (
				<fieldset className="roles">
					<legend>{t("roles")}</legend>
					{fields.map((field) => (
						<AssignmentRow key={field.key} index={field.name} onRemove={() => remove(field.name)} />
					))}
					<Form.ErrorList errors={errors} />
					<Button onClick={() => add({})}>{t("roleAdd")}</Button>
				</fieldset>
			)}
		</Form.List>
	);
}

function AssignmentRow({ index, onRemove }: { readonly index: number; readonly onRemove: () => void }) {
	const { t, name } = useWords();
	const { session } = useMe();
	const { data: nodes = [] } = useNodes();
	const form = Form.useFormInstance();
	const value: Partial<Assignment> | undefined = Form.useWatch(["assignments", index], form);
	const grants = (role: Role, nodeId: string) =>
		mayBeHeldAt(role, nodeId) && mayGrant(session.actors, { role, nodeId });
	const { role, nodeId } = value ?? {};
	// A role that lies outside one's reach stays as it is.
	const fixed = form.isFieldTouched(["assignments", index]) === false && role && nodeId && !grants(role, nodeId);
	const grantable = ROLES.filter((each) => nodes.some((node) => grants(each, node.nodeId)));
	const rules = [{ required: true, message: t("rolePlaceNeeded") }];
	/** Where only one place can be meant, nobody has to choose it. */
	const fillOnlyPlace = (picked: Role) => {
		const [only, ...others] = nodes.filter((node) => grants(picked, node.nodeId));
		if (nodeId === undefined && only !== undefined && others.length === 0) {
			form.setFieldValue(["assignments", index, "nodeId"], only.nodeId);
		}
	};
	return (
		<div className="role-row">
			<Form.Item name={[index, "role"]} rules={rules}>
				<Select
					aria-label={t("personRole")}
					placeholder={t("personRole")}
					showSearch={{ optionFilterProp: "label" }}
					disabled={Boolean(fixed)}
					onChange={fillOnlyPlace}
					options={(fixed && role ? [role] : grantable).map((each) => ({ value: each, label: name(ROLE_NAMES[each]) }))}
				/>
			</Form.Item>
			<Form.Item name={[index, "nodeId"]} rules={rules}>
				<NodeSelect
					label={t("personNode")}
					placeholder={t("personNode")}
					disabled={Boolean(fixed)}
					selectable={(node) => (role === undefined ? false : grants(role, node))}
				/>
			</Form.Item>
			<Button disabled={Boolean(fixed)} onClick={onRemove}>
				{t("roleRemove")}
			</Button>
		</div>
	);
}
