import type { Hall } from "../hall/hall.ts";
import { type ServiceQueue, serviceQueues } from "../hall/service-queues.ts";
import { LevelSign } from "../parts/level-sign.tsx";
import { useWords } from "../words/words.ts";

const MINUTE_MS = 60_000;

/** The queues that somebody stands in, each against its target, the most urgent first. */
export function QueueList({ hall, now }: { readonly hall: Hall; readonly now: number }) {
	const { t } = useWords();
	const queues = serviceQueues(hall, now);
	const busy = queues.filter((queue) => queue.waiting > 0);
	return (
		<section className="card block">
			<h2>{t("queues")}</h2>
			{busy.map((queue) => (
				<QueueRow key={queue.service.id} queue={queue} />
			))}
			<p className="small soft">
				{busy.length === 0 ? t("queuesNone") : t("queuesQuiet", { count: queues.length - busy.length })}
			</p>
		</section>
	);
}

function QueueRow({ queue }: { readonly queue: ServiceQueue }) {
	const { t, name, locale } = useWords();
	const { service, level, countersOpen } = queue;
	const minutes = `${Math.floor(queue.longestWaitMs / MINUTE_MS)} / ${service.targetWaitMs / MINUTE_MS}`;
	const share = Math.min(1, queue.longestWaitMs / service.targetWaitMs);
	return (
		<div className={`row queue ${level} ${level === "over" ? "tint" : ""}`}>
			<div className="lines grow">
				<strong>{name(service.name)}</strong>
				<span className={countersOpen === 0 ? "sign near" : "soft"}>
					{countersOpen === 0 ? t("noneOpen") : t("openAble", { count: countersOpen })}
				</span>
			</div>
			<div className="figure tabular">
				{queue.waiting}
				{locale === "zh" && <small>人</small>}
			</div>
			<div className="lines end">
				<span className={level === "over" ? "tabular sign large" : "tabular"}>
					{minutes} {t("minutesUnit")}
				</span>
				<LevelSign level={level} />
			</div>
			<span className="queue-bar" aria-hidden="true">
				<span style={{ inlineSize: `${share * 100}%` }} />
			</span>
		</div>
	);
}
