import type { ReactNode } from "react";
import { CaseFormContext } from "../../react-kit/case/case-form.ts";
import { CaseTellingContext } from "../../react-kit/case/telling.ts";
import { CASE_OWNERS } from "../../rules/routes/case.ts";
import type { CaseStep } from "../../schema/customer/case.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { useRead } from "../data/use-read.ts";
import { useMe } from "../frame/me.ts";
import { momentToMinute } from "../parts/moment.ts";
import { Sign } from "../parts/sign.tsx";
import { staffInWords } from "../parts/staff-in-words.ts";
import { useNow } from "../parts/use-now.ts";
import { useWords } from "../words/words.ts";
import { CASE_CONTROLS } from "./case-controls.tsx";

const NOW_EVERY_MS = 30_000;

/** What tells of cases in the console does so in head office's time, with each doer's role. Null: of no one branch. */
export function CasesAt(props: { readonly branchId: string | null; readonly children: ReactNode }) {
	const { branchId } = props;
	const words = useWords();
	const me = useMe();
	const now = useNow(NOW_EVERY_MS);
	const { data } = useRead(CASE_OWNERS, { params: { branchId: branchId ?? "" } }, { enabled: branchId !== null });
	const people = data?.rows ?? [];
	const person = (staffId: string, known: Bilingual | null) =>
		staffInWords(staffId, known ?? people.find(({ id }) => id === staffId)?.name ?? null, words);
	const telling = {
		...{ locale: words.locale, now, moment: momentToMinute, person, Sign },
		doer: ({ staffId, role }: NonNullable<CaseStep["by"]>) =>
			`${person(staffId, null)} · ${words.name(ROLE_NAMES[role])}`,
	};
	const by = {
		staffId: me.staffId,
		may: (right: Parameters<typeof me.may>[0]) => me.may(right, branchId ?? undefined),
	};
	return (
		<CaseTellingContext value={telling}>
			<CaseFormContext value={{ controls: CASE_CONTROLS, people, by, referenceOnly: false, inHall: false }}>
				{props.children}
			</CaseFormContext>
		</CaseTellingContext>
	);
}
