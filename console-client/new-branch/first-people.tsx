import "./new-branch.css";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { Refusal } from "../../react-kit/data/refusal.ts";
import { mayBeHeldAt, mayGrant, ROLES, type Role } from "../../rules/role.ts";
import { ADD_PERSON, PEOPLE } from "../../rules/routes/people.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { type FirstPassword, PersonName } from "../../schema/people/person.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { useChange } from "../data/use-change.ts";
import { useRows } from "../data/use-read.ts";
import { useMe } from "../frame/me.ts";
import { CopyText } from "../parts/copy-text.tsx";
import { ContractText } from "../parts/form/contract-text.tsx";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { useWords } from "../words/words.ts";

type Row = { readonly staffId: string; readonly name: Bilingual; readonly role: Role };
type Values = { readonly people: readonly (Partial<Row> | undefined)[] };

const STAFF_ID = /^[a-z0-9][a-z0-9-]{0,31}$/;
/** Without whom no hall works: rows that are there already, and may stay empty. */
const FIRST_ROLES: readonly Role[] = ["branch-head", "lobby-manager", "closed-teller"];

/** The first people of a branch, several at once; their first passwords are shown this once. */
export function FirstPeople({ branchId }: { readonly branchId: string }) {
	const { t, name } = useWords();
	const [form] = Form.useForm<Values>();
	const [given, setGiven] = useState<readonly FirstPassword[]>([]);
	const { refusal, isBusy, join } = useJoining(branchId, (person) => setGiven((before) => [...before, person]));
	const there = useRows(PEOPLE, { query: { nodeId: branchId, limit: 100, status: "active" } });
	const submit = async ({ people }: Values) => {
		const left = await join(people);
		form.setFieldsValue({ people: left });
	};
	return (
		<section className="panel" aria-label={t("navPeople")}>
			<h2>{t("navPeople")}</h2>
			<ul>
				{there.rows.map(({ staffId, name: called, assignments }) => (
					<li key={staffId}>
						{name(called)} · {staffId} · {assignments.map(({ role }) => name(ROLE_NAMES[role])).join(" · ")}
					</li>
				))}
			</ul>
			{given.map(({ person, firstPassword }) => (
				<div key={person.staffId}>
					<p>{t("firstPasswordFor", { name: name(person.name), staffId: person.staffId })}</p>
					<CopyText text={firstPassword} label={`${t("temporaryPassword")} ${person.staffId}`} />
				</div>
			))}
			{given.length > 0 && <p className="soft">{t("firstPasswordOnce")}</p>}
			{refusal !== null && <ProblemNotice refusal={refusal} />}
			<Form<Values>
				form={form}
				layout="vertical"
				requiredMark={false}
				initialValues={{ people: FIRST_ROLES.map((role) => ({ role })) }}
				onFinish={(values) => void submit(values)}
			>
				<PeopleRows branchId={branchId} />
				<Button type="primary" htmlType="submit" loading={isBusy}>
					{t("newBranchJoin")}
				</Button>
			</Form>
		</section>
	);
}

/** Takes people up one by one; who is refused stays in the form, with those after. */
function useJoining(branchId: string, onJoined: (given: FirstPassword) => void) {
	const add = useChange(ADD_PERSON, ["people"]);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	async function join(rows: Values["people"]): Promise<Values["people"]> {
		setRefusal(null);
		const wanted = rows.filter(isFilled);
		for (const [at, { staffId, name, role }] of wanted.entries()) {
			const body = { staffId, name, assignments: [{ role, nodeId: branchId }] };
			try {
				onJoined(await add.mutateAsync({ input: { body } }));
			} catch (error) {
				if (!(error instanceof Refusal)) throw error;
				setRefusal(error);
				return wanted.slice(at);
			}
		}
		return [{}];
	}
	return { refusal, isBusy: add.isPending, join };
}

function isFilled(row: Partial<Row> | undefined): row is Row {
	return row?.staffId !== undefined && row.staffId !== "";
}

function PeopleRows({ branchId }: { readonly branchId: string }) {
	const { t } = useWords();
	return (
		<Form.List name="people">
			{(fields, { add }) => (
				<>
					{fields.map(({ key, name: at }) => (
						<PersonRow key={key} at={at} branchId={branchId} />
					))}
					<Button onClick={() => add({})}>{t("newBranchPerson")}</Button>
				</>
			)}
		</Form.List>
	);
}

/** A row of which only the role stands is nobody, and is not asked for more. */
function PersonRow({ at, branchId }: { readonly at: number; readonly branchId: string }) {
	const { t, name } = useWords();
	const { session } = useMe();
	const form = Form.useFormInstance<Values>();
	const isNobody = !isFilled(Form.useWatch(["people", at], form));
	const roles = ROLES.filter(
		(role) => mayBeHeldAt(role, branchId) && mayGrant(session.actors, { role, nodeId: branchId }),
	);
	const { zh, en } = PersonName.shape;
	const part = (schema: typeof zh, half: "zh" | "en", label: string) => (
		<ContractText
			schema={isNobody ? schema.optional() : schema}
			name={[String(at), "name", half]}
			label={label}
			wrong={t("newBranchNameRule")}
		/>
	);
	return (
		<fieldset className="person-row" aria-label={t("newBranchPersonAt", { number: at + 1 })}>
			<Form.Item
				name={[at, "staffId"]}
				label={t("staffNumber")}
				rules={[{ pattern: STAFF_ID, message: t("personIdRule") }]}
			>
				<Input autoComplete="off" />
			</Form.Item>
			{part(zh, "zh", t("personNameZh"))}
			{part(en, "en", t("personNameEn"))}
			<Form.Item
				name={[at, "role"]}
				label={t("personRole")}
				rules={[{ required: !isNobody, message: t("rolePlaceNeeded") }]}
			>
				<Select
					showSearch={{ optionFilterProp: "label" }}
					options={roles.map((value) => ({ value, label: name(ROLE_NAMES[value]) }))}
				/>
			</Form.Item>
		</fieldset>
	);
}
