import { useState } from "react";
import { nameAndNumber } from "../../client-kit/language/name-and-number.ts";
import { CHANGE_PERSON } from "../../rules/routes/people.ts";
import type { Person, PersonChange } from "../../schema/people/person.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { NameFields } from "../parts/form/name-fields.tsx";
import { useWords } from "../words/words.ts";
import { AssignmentFields } from "./assignment-fields.tsx";

const DIALOG_WIDTH = 720;

/** Name and roles of a person, as they stood when the dialog was opened or, after a conflict, as they stand now. */
export function ChangePerson({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
	const { t, locale, name: inWords } = useWords();
	const [basis, setBasis] = useState(person);
	const change = useChange(CHANGE_PERSON, ["person", "people", "session", "sessionsOfPerson"]);
	const { staffId, version, name, assignments } = basis;
	return (
		<FormDialog<PersonChange>
			key={version}
			title={`${t("personChange")} · ${nameAndNumber(inWords(name), staffId, locale)}`}
			submitText={t("save")}
			width={DIALOG_WIDTH}
			initial={{ name, assignments }}
			onSubmit={(body) => change.mutateAsync({ input: { params: { staffId }, body }, options: { version } })}
			onClose={onClose}
			onLoadNewest={() => setBasis(person)}
		>
			<NameFields of="person" />
			<p className="soft">{t("personChangeHint")}</p>
			<AssignmentFields />
		</FormDialog>
	);
}
