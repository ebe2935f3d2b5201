import { clockTime, closingTime, dayInWords, minutesInWords } from "../../client-kit/language/format.ts";
import { FullNotice } from "./full-notice.tsx";
import type { KioskModel } from "./kiosk-model.ts";
import { locale, say } from "./words.ts";

/** Says why no number can be taken now; nothing while numbers are given. */
export function Closed({ model }: { model: KioskModel }) {
	const gate = model.gate.value;
	switch (gate) {
		case "open":
			return null;
		case "connecting":
			return <FullNotice title={say("connecting")} />;
		case "offline":
			return <Offline model={model} />;
		case "closed":
			return <FullNotice title={say("closedTitle")} text={say("closedText")} />;
		case "after-last":
			return <AfterLast model={model} />;
		case "refused":
			return <Refused model={model} />;
		default:
			return gate satisfies never;
	}
}

function Offline({ model }: { model: KioskModel }) {
	const [at, now] = [model.asOf.value, model.now.value];
	const zone = model.branch.value?.timeZone;
	const known = at !== null && now !== null && zone !== undefined;
	const time = known ? `${dayInWords(at, zone, locale.value)} ${clockTime(at, zone)}` : "";
	return (
		<FullNotice title={say("offlineTitle")} text={say("offlineText")}>
			{known && (
				<p class="notice-small">{say("offlineSince", { time, age: minutesInWords(now - at, locale.value) })}</p>
			)}
		</FullNotice>
	);
}

function AfterLast({ model }: { model: KioskModel }) {
	const branch = model.branch.value;
	const at = branch?.lastTicketAt ?? null;
	const time = at === null || branch === undefined ? "" : closingTime(at, branch.timeZone);
	return <FullNotice title={say("afterLastTitle")} text={say("afterLastText", { time })} />;
}

function Refused({ model }: { model: KioskModel }) {
	const connection = model.connection.value;
	const reason = connection.status === "refused" ? connection.reason : "";
	return <FullNotice title={say("deviceTitle")} text={say("deviceText", { reason })} />;
}
