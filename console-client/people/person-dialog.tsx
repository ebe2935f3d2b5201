import { nameAndNumber } from "../../client-kit/language/name-and-number.ts";
import { LEAVE, RESET_PASSWORD } from "../../rules/routes/people.ts";
import type { FirstPassword, Person } from "../../schema/people/person.ts";
import { useChange } from "../data/use-change.ts";
import { ConfirmDialog } from "../parts/form/confirm-dialog.tsx";
import { useWords } from "../words/words.ts";
import { ChangePerson } from "./change-person.tsx";

export type PersonDialogName = "change" | "leave" | "reset";

/** Asks for what is to be done with a person, and does it. */
export function PersonDialog(props: {
	readonly which: PersonDialogName;
	readonly person: Person;
	readonly onClose: () => void;
	readonly onGiven: (given: FirstPassword) => void;
}) {
	const { which, person, onClose, onGiven } = props;
	switch (which) {
		case "change":
			return <ChangePerson person={person} onClose={onClose} />;
		case "leave":
			return <LeaveDialog person={person} onClose={onClose} />;
		case "reset":
			return <ResetDialog person={person} onClose={onClose} onGiven={onGiven} />;
		default:
			return which satisfies never;
	}
}

function LeaveDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
	const { t, name, locale } = useWords();
	const leave = useChange(LEAVE, ["person", "people", "sessionsOfPerson"]);
	const { staffId, version } = person;
	return (
		<ConfirmDialog
			title={t("personLeaveAsk", { name: nameAndNumber(name(person.name), staffId, locale) })}
			submitText={t("personLeave")}
			danger
			onSubmit={() => leave.mutateAsync({ input: { params: { staffId } }, options: { version } })}
			onClose={onClose}
			onLoadNewest={onClose}
		>
			<p>{t("personLeaveText")}</p>
		</ConfirmDialog>
	);
}

function ResetDialog(props: {
	readonly person: Person;
	readonly onClose: () => void;
	readonly onGiven: (given: FirstPassword) => void;
}) {
	const { t, name, locale } = useWords();
	const reset = useChange(RESET_PASSWORD, ["person", "people", "sessionsOfPerson"]);
	const { staffId } = props.person;
	return (
		<ConfirmDialog
			title={t("passwordResetAsk", { name: nameAndNumber(name(props.person.name), staffId, locale) })}
			submitText={t("passwordReset")}
			onSubmit={async () => props.onGiven(await reset.mutateAsync({ input: { params: { staffId } } }))}
			onClose={props.onClose}
		>
			<p>{t("passwordResetText")}</p>
		</ConfirmDialog>
	);
}
