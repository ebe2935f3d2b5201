import { useState } from "react";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { clockTime, dayInWords } from "../../client-kit/language/format.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Facts } from "../parts/facts.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { useWords } from "../words/words.ts";
import { LOCK_AFTER_MS } from "./idle-step.ts";
import { MySessions } from "./my-sessions.tsx";
import type { OwnSession } from "./own-session.ts";
import { SetPin } from "./set-pin.tsx";

const MINUTE_MS = 60_000;

/** Who I am here, and what I can do about my own session. */
export function AccountPanel({ own, timeZone }: { readonly own: OwnSession; readonly timeZone: string }) {
	const words = useWords();
	const { t, name, locale } = words;
	const [part, setPart] = useState<"account" | "pin" | "sessions">("account");
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const { info } = own;
	const { holder } = info;
	if (part === "pin") return <SetPin own={own} onBack={() => setPart("account")} />;
	if (part === "sessions") return <MySessions timeZone={timeZone} onBack={() => setPart("account")} />;
	const roles = new Set(info.actors.flatMap((actor) => (actor.kind === "staff" ? [name(ROLE_NAMES[actor.role])] : [])));
	const endsAt = Math.min(info.endsAt, info.idleEndsAt);
	return (
		<div className="stack">
			<strong className="large">
				{holder.kind === "staff" ? `${name(holder.name)} · ${holder.staffId}` : holder.name}
			</strong>
			<Facts rows={[{ label: t("roles"), value: [...roles].join(locale === "zh" ? "、" : ", ") }]} />
			<p className="soft">
				{t("accountEnds", { time: `${dayInWords(endsAt, timeZone, locale)} ${clockTime(endsAt, timeZone)}` })}
			</p>
			<p className="soft">{t("pinWhy", { minutes: LOCK_AFTER_MS / MINUTE_MS })}</p>
			<ProblemLine problem={problem} />
			<div className="pair tall">
				{info.hasPin && <ActionButton label={t("lockNow")} onPress={() => void own.lock().then(setProblem)} />}
				<ActionButton label={t(info.hasPin ? "changePin" : "setPin")} onPress={() => setPart("pin")} />
				<ActionButton label={t("mySessions")} onPress={() => setPart("sessions")} />
				<ActionButton tone="danger" label={t("signOut")} onPress={() => void own.signOut().then(setProblem)} />
			</div>
		</div>
	);
}
