import { Button } from "antd";
import { useState } from "react";
import { PERSON } from "../../rules/routes/people.ts";
import type { FirstPassword, Person } from "../../schema/people/person.ts";
import { useRead } from "../data/use-read.ts";
import { lastListOf } from "../frame/address.ts";
import { type Me, useMe } from "../frame/me.ts";
import { momentToMinute } from "../parts/moment.ts";
import { Reading } from "../parts/reading.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { FirstPasswordDialog } from "./first-password-dialog.tsx";
import { type PersonActs, personActs } from "./person-acts.ts";
import { PersonSign, signInText } from "./person-columns.tsx";
import { PersonDialog, type PersonDialogName } from "./person-dialog.tsx";
import { PersonSessions } from "./person-sessions.tsx";
import { RoleSigns } from "./role-signs.tsx";

/** One person: roles, sign-ins, and what may be changed of them. */
export function PersonView({ staffId }: { readonly staffId: string }) {
	const { t, name } = useWords();
	const me = useMe();
	const read = useRead(PERSON, { params: { staffId } });
	const [dialog, setDialog] = useState<PersonDialogName | null>(null);
	const [given, setGiven] = useState<FirstPassword | null>(null);
	if (read.data === undefined) return <Reading read={read} />;
	const person = read.data;
	const acts = personActs(me.session.actors, me.staffId, person);
	const hint = hintOf(person, acts, me);
	return (
		<>
			<ViewHead title={name(person.name)} text={staffId} back={<a href={lastListOf("people")}>{t("back")}</a>}>
				<ActButtons acts={acts} onAct={setDialog} />
			</ViewHead>
			{hint !== null && <p className="soft view-hint">{t(hint)}</p>}
			<PersonFacts person={person} />
			{acts.endSessions && <PersonSessions person={person} />}
			{dialog !== null && (
				<PersonDialog which={dialog} person={person} onClose={() => setDialog(null)} onGiven={setGiven} />
			)}
			{given !== null && <FirstPasswordDialog given={given} onClose={() => setGiven(null)} />}
		</>
	);
}

/** Why less is offered than somebody who manages people might expect; null when nothing is missing. */
function hintOf(person: Person, acts: PersonActs, me: Me): "ownRecordHint" | "reachPartHint" | "reachNoneHint" | null {
	if (person.staffId === me.staffId) return "ownRecordHint";
	if (!me.may("person.manage") || person.status === "left" || acts.leaveAndReset) return null;
	return acts.change ? "reachPartHint" : "reachNoneHint";
}

function ActButtons(props: { readonly acts: PersonActs; readonly onAct: (dialog: PersonDialogName) => void }) {
	const { t } = useWords();
	const { acts, onAct } = props;
	return (
		<>
			{acts.leaveAndReset && (
				<>
					<Button danger onClick={() => onAct("leave")}>
						{t("personLeave")}
					</Button>
					<Button onClick={() => onAct("reset")}>{t("passwordReset")}</Button>
				</>
			)}
			{acts.change && (
				<Button type="primary" onClick={() => onAct("change")}>
					{t("personChange")}
				</Button>
			)}
		</>
	);
}

function PersonFacts({ person }: { readonly person: Person }) {
	const { t } = useWords();
	return (
		<section className="panel">
			<dl className="facts">
				<dt>{t("personNameZh")}</dt>
				<dd>{person.name.zh}</dd>
				<dt>{t("personNameEn")}</dt>
				<dd>{person.name.en}</dd>
				<dt>{t("status")}</dt>
				<dd>
					<PersonSign person={person} t={t} />
				</dd>
				<dt>{t("roles")}</dt>
				<dd>
					<RoleSigns assignments={person.assignments} />
				</dd>
				<dt>{t("personSignIn")}</dt>
				<dd>{signInText(person, t)}</dd>
				<dt>{t("personJoined")}</dt>
				<dd>{momentToMinute(person.joinedAt)}</dd>
				{person.leftAt !== null && (
					<>
						<dt>{t("personLeft")}</dt>
						<dd>{momentToMinute(person.leftAt)}</dd>
					</>
				)}
			</dl>
		</section>
	);
}
