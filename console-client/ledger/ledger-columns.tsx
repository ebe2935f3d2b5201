import type { LedgerActor, LedgerEntry } from "../../schema/ledger.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { moment } from "../parts/moment.ts";
import type { Columns } from "../parts/record-list.tsx";
import { Sign } from "../parts/sign.tsx";
import type { Words } from "../words/words.ts";
import { actText } from "./act-labels.ts";

const HASH = /^[0-9a-f]{64}$/;
const HASH_SHOWN_CHARS = 12;

/** Columns of the ledger. */
export function ledgerColumns({ t, name }: Words, nodeName: (nodeId: string) => string): Columns<LedgerEntry> {
	return [
		{ title: t("ledgerAt"), dataIndex: "at", className: "figure", render: moment },
		{ title: t("ledgerWho"), key: "who", render: (_, { actor }) => whoText(actor, { t, name }, nodeName) },
		{ title: t("ledgerWhat"), dataIndex: "act", render: (act: string) => actText(act, t) },
		{ title: t("ledgerOn"), key: "subject", className: "long-cell", render: (_, { subject }) => subjectText(subject) },
		{ title: t("ledgerWhy"), dataIndex: "reason", render: (reason: string | undefined) => reason ?? "—" },
		{ title: t("outcome"), key: "outcome", render: (_, entry) => outcomeOf(entry, t) },
		{ title: t("ledgerDevice"), dataIndex: "device", render: (device: string | undefined) => device ?? "—" },
		{ title: t("ledgerEntry"), key: "entry", render: (_, { chain, seq }) => `${nodeName(chain)} · ${seq}` },
		{ title: t("requestId"), dataIndex: "requestId", render: (id: string) => <code>{id}</code> },
	];
}

function whoText(
	actor: LedgerActor | null,
	{ t, name }: Pick<Words, "t" | "name">,
	nodeName: (nodeId: string) => string,
): string {
	if (actor === null) return t("ledgerStranger");
	switch (actor.kind) {
		case "staff":
			return `${actor.staffId} · ${name(ROLE_NAMES[actor.role])} · ${nodeName(actor.nodeId)}`;
		case "device":
			return `${actor.deviceId} · ${nodeName(actor.nodeId)}`;
		case "customer":
			return t("ledgerCustomer", { ticket: actor.ticketId });
		case "system":
			return t("ledgerSystem");
		default:
			return actor satisfies never;
	}
}

function subjectText(subject: LedgerEntry["subject"]): string {
	const parts = Object.entries(subject).map(([name, value]) => `${name} ${shortened(value)}`);
	return parts.length === 0 ? "—" : parts.join(", ");
}

/** A hash is told by its beginning; the whole of it is in the file. */
function shortened(value: string): string {
	return HASH.test(value) ? `${value.slice(0, HASH_SHOWN_CHARS)}…` : value;
}

function outcomeOf({ outcome, refersTo }: LedgerEntry, t: Words["t"]) {
	if (outcome === undefined) return t("ledgerDone");
	return (
		<>
			<Sign tone="over">{t("ledgerRefused", { code: outcome.replace("refused:", "") })}</Sign>{" "}
			{refersTo !== undefined && t("ledgerRefersTo", { seq: refersTo })}
		</>
	);
}
