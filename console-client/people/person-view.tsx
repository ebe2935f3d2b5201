import { Button } from "antd";
import { useState } from "react";
import type { FirstPassword, Person } from "../../schema/person.ts";
import { useRead } from "../data/use-read.ts";
import { addressTo } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { momentToMinute } from "../parts/moment.ts";
import { Reading } from "../parts/reading.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { FirstPasswordDialog } from "./first-password-dialog.tsx";
import { PersonSign, signInText } from "./person-columns.tsx";
import { PersonDialog, type PersonDialogName } from "./person-dialog.tsx";
import { PersonSessions } from "./person-sessions.tsx";
import { RoleSigns } from "./role-signs.tsx";

const PERSON = { name: "person", method: "GET", path: "/people/:staffId" } as const;

/** One person: roles, sign-ins, and what may be changed of them. */
export function PersonView({ staffId }: { readonly staffId: string }) {
	const { t, name } = useWords();
	const me = useMe();
	const read = useRead(PERSON, { params: { staffId } });
	const [dialog, setDialog] = useState<PersonDialogName | null>(null);
	const [given, setGiven] = useState<FirstPassword | null>(null);
	if (read.data === undefined) return <Reading read={read} />;
	const person = read.data;
	const changeable = me.may("person.manage") && person.status === "active" && me.staffId !== staffId;
	return (
		<>
			<ViewHead title={name(person.name)} text={staffId} back={<a href={addressTo(["people"])}>{t("back")}</a>}>
				{changeable && <PersonActs onAct={setDialog} />}
			</ViewHead>
			{me.staffId === staffId && <p className="soft">{t("ownRecordHint")}</p>}
			<PersonFacts person={person} />
			{me.may("person.end-sessions") && person.status === "active" && <PersonSessions person={person} />}
			{dialog !== null && (
				<PersonDialog which={dialog} person={person} onClose={() => setDialog(null)} onGiven={setGiven} />
			)}
			{given !== null && <FirstPasswordDialog given={given} onClose={() => setGiven(null)} />}
		</>
	);
}

function PersonActs({ onAct }: { readonly onAct: (dialog: PersonDialogName) => void }) {
	const { t } = useWords();
	return (
		<>
			<Button danger onClick={() => onAct("leave")}>
				{t("personLeave")}
			</Button>
			<Button onClick={() => onAct("reset")}>{t("passwordReset")}</Button>
			<Button type="primary" onClick={() => onAct("change")}>
				{t("personChange")}
			</Button>
		</>
	);
}

function PersonFacts({ person }: { readonly person: Person }) {
	const { t } = useWords();
	return (
		<section className="panel">
			<dl className="facts">
				<dt>{t("nameZh")}</dt>
				<dd>{person.name.zh}</dd>
				<dt>{t("nameEn")}</dt>
				<dd>{person.name.en}</dd>
				<dt>{t("personStatus")}</dt>
				<dd>
					<PersonSign person={person} t={t} />
				</dd>
				<dt>{t("personRoles")}</dt>
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
