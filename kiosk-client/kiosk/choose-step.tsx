import { clockTime, waitInWords } from "../../client-kit/language/format.ts";
import { pick } from "../../client-kit/language/i18n.ts";
import type { PublicService } from "../../schema/hall/view.ts";
import type { KioskModel } from "./kiosk-model.ts";
import { START } from "./kiosk-step.ts";
import { ServiceIcon } from "./service-icon.tsx";
import { tilePage } from "./tile-page.ts";
import { locale, say } from "./words.ts";

/** From this many tiles on there is no room for the hint in large type. */
const FULL_TILES = 8;

/** The first touch: the customer chooses a service from a few large tiles. */
export function ChooseStep({ model, page }: { model: KioskModel; page: number }) {
	const { items, hasMore } = tilePage(model.services.value, page);
	return (
		<main class={items.length + Number(hasMore) < FULL_TILES ? "step" : "step step-full"}>
			<div class="step-head">
				<h1>{say(page === 0 ? "chooseTitle" : "chooseMoreTitle")}</h1>
				<Hint model={model} />
			</div>
			<div class="tiles">
				{items.map((service) => (
					<Tile key={service.id} model={model} service={service} />
				))}
				{hasMore && (
					<button type="button" class="tile tile-more" onClick={() => model.go({ at: "choosing", page: page + 1 })}>
						<span class="tile-name">{say("moreButton")}</span>
						<span class="tile-arrow" aria-hidden="true">
							→
						</span>
					</button>
				)}
			</div>
			{page === 0 && <KnownLine model={model} />}
			{page > 0 && (
				<button type="button" class="back" onClick={() => model.go(START)}>
					{say("back")}
				</button>
			)}
		</main>
	);
}

/** Offers to recognise the customer, which nobody has to accept; afterwards shows a welcome that says nothing about who was recognised. */
function KnownLine({ model }: { model: KioskModel }) {
	if (model.recognise.recognition.value !== null) return <p class="known">{say("recogniseDone")}</p>;
	return (
		<button type="button" class="back" onClick={() => model.go({ at: "recognising", now: "typing" })}>
			{say("recognise")}
		</button>
	);
}

function Tile({ model, service }: { model: KioskModel; service: PublicService }) {
	return (
		<button
			type="button"
			class="tile"
			data-service={service.id}
			onClick={() => model.go({ at: "confirming", service })}
		>
			<ServiceIcon id={service.id} />
			<span class="tile-words">
				<span class="tile-name">
					{inParts(pick(service.name, locale.value)).map((part, at) => [at > 0 && <wbr />, part])}
				</span>
				{service.served ? (
					<span class="tile-note tabular">
						{service.waiting === 0 ? say("waitingNone") : say("waiting", { count: service.waiting })}
						{service.quote !== undefined && <span class="tile-quote">{waitInWords(service.quote, locale.value)}</span>}
					</span>
				) : (
					<span class="tile-note tile-none">{say("tileNoCounter")}</span>
				)}
			</span>
		</button>
	);
}

/** Cuts a name after 与, 和 and 、, where a line may break. */
function inParts(name: string): readonly string[] {
	return name.match(/[^与和、]*[与和、]|[^与和、]+/g) ?? [name];
}

/** Says what to do. Before opening time, when numbers are given but nobody is called yet, it says from when on. */
function Hint({ model }: { model: KioskModel }) {
	const branch = model.branch.value;
	const now = model.now.value;
	const early =
		branch !== undefined &&
		now !== null &&
		branch.dayStatus === "open" &&
		branch.opensAt !== null &&
		now < branch.opensAt;
	if (!early || branch.opensAt === null) return <p>{say("chooseHint")}</p>;
	return <p class="step-early">{say("opensAt", { time: clockTime(branch.opensAt, branch.timeZone) })}</p>;
}
