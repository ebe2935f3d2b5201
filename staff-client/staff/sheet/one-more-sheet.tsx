import { minutesInWords } from "../../../client-kit/language/format.ts";
import { ONE_MORE_COUNTER } from "../../../rules/routes/branch.ts";
import type { CounterEffect } from "../../../schema/endpoint/forecast-endpoint.ts";
import { useReading } from "../../live/use-reading.ts";
import { Sheet } from "../../parts/sheet.tsx";
import { usePhone } from "../../sheet/phone-context.ts";
import { useWords } from "../../words/words.ts";

/**
 * Shows, for each set of services that one more counter could do, what opening it would change for those who wait. Worked out
 * only when this sheet is opened.
 */
export function OneMoreSheet() {
	const { hall, live, onClose } = usePhone();
	const { t } = useWords();
	const input = { params: { branchId: hall.branch.branchId } };
	const read = useReading(ONE_MORE_COUNTER, input, live.session?.credential ?? null);
	const effects = read.data?.effects ?? [];
	// A set of services that nobody waits for gets no line.
	const wanted = effects.filter(({ waiting, unserved }) => waiting + unserved > 0);
	return (
		<Sheet title={t("oneMoreTitle")} onClose={onClose}>
			<p className="soft">{t("oneMoreText")}</p>
			{read.data === undefined && <p role="status">{t(read.error === null ? "oneMoreReading" : "oneMoreFailed")}</p>}
			{read.data !== undefined && wanted.length === 0 && (
				<p role="status">{t(effects.length === 0 ? "oneMoreNone" : "oneMoreNobody")}</p>
			)}
			<ul className="stack">
				{wanted.map((effect) => (
					<Effect key={`${effect.counterId} ${effect.modeId}`} effect={effect} />
				))}
			</ul>
		</Sheet>
	);
}

function Effect({ effect }: { readonly effect: CounterEffect }) {
	const { t, name, locale } = useWords();
	const { waiting, unserved, beforeMs, afterMs } = effect;
	const place = name(effect.counter);
	const mode = name(effect.mode);
	return (
		<li className="lines">
			<strong>{t("oneMoreMode", { mode, counter: place })}</strong>
			{beforeMs !== null && afterMs !== null && (
				<span className="tabular">
					{t("oneMoreFalls", {
						count: waiting,
						before: minutesInWords(beforeMs, locale),
						after: minutesInWords(afterMs, locale),
					})}
				</span>
			)}
			{unserved > 0 && <span className="tabular">{t("oneMoreUnserved", { count: unserved })}</span>}
		</li>
	);
}
