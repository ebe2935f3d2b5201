import { waitInWords } from "../../client-kit/language/format.ts";
import type { PublicService } from "../../schema/hall/view.ts";
import type { BoardModel } from "./board-model.ts";
import { Both, inBoth } from "./both.tsx";

/** More than these would have to be smaller than a person can read from the seats. */
const SERVICES_SHOWN = 8;

/** Of each service that people wait for: how many are ahead of a number taken now, and how long it would wait. */
export function ServiceStrip({ model }: { model: BoardModel }) {
	const waiting = model.services.value.filter((service) => service.waiting > 0);
	waiting.sort((a, b) => b.waiting - a.waiting);
	const room = waiting.length > SERVICES_SHOWN ? SERVICES_SHOWN - 1 : SERVICES_SHOWN;
	const hidden = waiting.length - room;
	const lost = model.connection.value.status === "lost";
	return (
		<section class="strip">
			<h2>
				<Both text={inBoth("waitingNow")} />
			</h2>
			{waiting.length === 0 ? (
				<p class="strip-none">
					<Both text={inBoth("noneWaiting")} />
				</p>
			) : (
				<ul>
					{waiting.slice(0, room).map((service) => (
						<Waiting key={service.id} service={service} lost={lost} />
					))}
					{hidden > 0 && (
						<li class="strip-more">
							<Both text={inBoth("moreServices", { count: hidden })} />
						</li>
					)}
				</ul>
			)}
		</section>
	);
}

/** Where nobody can do it now, that is said instead of figures; what was foreseen before the branch was lost is no wait any more. */
function Waiting({ service, lost }: { service: PublicService; lost: boolean }) {
	const { quote } = service;
	return (
		<li>
			<span class="strip-name">
				<Both text={service.name} />
			</span>
			{service.served ? (
				<span class="strip-count tabular">{service.waiting}</span>
			) : (
				<span class="strip-note">
					<Both text={inBoth("noCounter")} />
				</span>
			)}
			{service.served && quote !== undefined && !lost && (
				<span class="strip-wait tabular">
					<Both text={{ zh: waitInWords(quote, "zh"), en: waitInWords(quote, "en") }} />
				</span>
			)}
		</li>
	);
}
