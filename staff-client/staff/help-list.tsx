import { useEffect, useRef } from "react";
import { stopwatch } from "../../client-kit/format.ts";
import type { May } from "../../rules/holding.ts";
import type { HelpCall } from "../../schema/view.ts";
import type { Hall } from "../hall/hall.ts";
import { openHelpCalls } from "../hall/help-calls.ts";
import type { Desk } from "../live/use-desk.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Icon } from "../parts/icon.tsx";
import { HELP_WORD } from "../words/labels.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import { ring } from "./ring.ts";

type HelpProps = { readonly hall: Hall; readonly now: number; readonly desk: Desk; readonly may: May };

/** Whoever calls for help stands above everything else, and makes the phone ring once. */
export function HelpList(props: HelpProps) {
	const { t } = useWords();
	const calls = openHelpCalls(props.hall);
	const known = useRef<ReadonlySet<string> | null>(null);
	const ids = calls.map((help) => help.id).join(" ");
	useEffect(() => {
		const present = new Set(ids.split(" ").filter((id) => id !== ""));
		// What was open when the page began is shown, not rung.
		if (known.current !== null && [...present].some((id) => !known.current?.has(id))) ring();
		known.current = present;
	}, [ids]);
	if (calls.length === 0) return null;
	return (
		<section className="helps" aria-label={t("helpCalls")}>
			{calls.map((help) => (
				<HelpCard key={help.id} help={help} {...props} />
			))}
		</section>
	);
}

function HelpCard(props: HelpProps & { readonly help: HelpCall }) {
	const { help, hall, desk } = props;
	const { t } = useWords();
	const place = `help:${help.id}`;
	return (
		<div className={`help ${help.reason === "emergency" ? "help-emergency" : ""}`}>
			<Icon name={help.reason === "emergency" ? "alert" : "hand"} />
			<div>
				<strong role="alert">{t(HELP_WORD[help.reason])}</strong>
				<span className="tabular">
					{stopwatch(props.now - help.askedAt)} · <HelpFrom hall={hall} help={help} />
				</span>
			</div>
			{props.may("help.accept") && (
				<ActionButton
					label={t("accept")}
					waiting={desk.isWaiting(place)}
					onPress={() => void desk.run(place, t("accept"), { command: { type: "accept-help", helpId: help.id } })}
				/>
			)}
		</div>
	);
}

/** Where to go: the counter if there is one, else whoever asked. */
function HelpFrom({ hall, help }: { readonly hall: Hall; readonly help: HelpCall }) {
	const words = useWords();
	const { t, name } = words;
	const counter = hall.counters.get(help.counterId ?? "");
	const person = hall.staff.get(help.askedBy);
	const who = person
		? staffName(hall, person.id, words)
		: help.askedBy === "kiosk"
			? t("purposeKiosk")
			: help.askedBy === "counter-pad"
				? t("purposeCounterPad")
				: help.askedBy;
	return <>{counter ? [name(counter.label), ...(person ? [who] : [])].join(" · ") : who}</>;
}
