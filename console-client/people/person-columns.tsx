import type { Person } from "../../schema/people/person.ts";
import { addressTo } from "../frame/address.ts";
import { momentToMinute } from "../parts/moment.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { Sign } from "../parts/sign.tsx";
import type { Words } from "../words/words.ts";
import { RoleSigns } from "./role-signs.tsx";

/** Columns of the list of people. */
export function personColumns({ t, name }: Words): Columns<Person> {
	return [
		{
			title: t("staffNumber"),
			dataIndex: "staffId",
			render: (staffId: string) => <a href={addressTo(["people", staffId])}>{staffId}</a>,
		},
		{ title: t("personName"), key: "name", render: (_, person) => name(person.name) },
		{
			title: t("roles"),
			key: "roles",
			render: (_, person) => <RoleSigns assignments={person.assignments} />,
		},
		{ title: t("status"), key: "status", render: (_, person) => <PersonSign person={person} t={t} /> },
		{ title: t("personSignIn"), key: "sign-in", render: (_, person) => signInText(person, t) },
		{ title: t("personJoined"), dataIndex: "joinedAt", className: "figure", render: momentToMinute },
	];
}

export function PersonSign({ person, t }: { readonly person: Person; readonly t: Words["t"] }) {
	const active = person.status === "active";
	return <Sign tone={active ? "good" : "plain"}>{t(active ? "statusActive" : "statusLeft")}</Sign>;
}

/** How somebody signs in, in words. */
export function signInText(person: Person, t: Words["t"]): string {
	if (person.status === "left") return "—";
	if (person.mustChangePassword) return t("signInFirst");
	return t(person.hasPassword ? "signInPassword" : "signInNone");
}
