import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { ViewState } from "../../client-kit/live/apply-patch.ts";
import type { Connection } from "../../client-kit/live/connection.ts";
import { recordsOf } from "../../client-kit/live/view-records.ts";
import { deviceCredential } from "../../client-kit/session/device-session.ts";
import { elapsedMs } from "../../client-kit/time/elapsed.ts";
import type { Papers } from "../../rules/configuration/papers.ts";
import type { BranchRecord, DisplayView, PublicService } from "../../schema/hall/view.ts";
import { type LiveSignals, liveSignals } from "../live-signals.ts";
import { publishedPapers } from "../published-papers.ts";
import { createHelpButton, type HelpButton } from "./help-button.ts";
import { type Gate, isOver, kioskGate } from "./kiosk-gate.ts";
import { type Idle, idleAfter, LARGE_TYPE_PATIENCE, START, type Step } from "./kiosk-step.ts";
import { createRecognise, type Recognise } from "./recognise.ts";
import { createTakeNumber } from "./take-number.ts";
import { locale, setLocale } from "./words.ts";

export type KioskModel = {
	readonly connection: ReadonlySignal<Connection>;
	readonly branch: ReadonlySignal<BranchRecord | undefined>;
	/** Branch time, epoch milliseconds, moved once a second. */
	readonly now: ReadonlySignal<number | null>;
	/** Branch time at which anything was last heard of the branch. */
	readonly asOf: ReadonlySignal<number | null>;
	readonly gate: ReadonlySignal<Gate>;
	/** The services that can be chosen here. */
	readonly services: ReadonlySignal<readonly PublicService[]>;
	/** What to have at hand for each service. */
	readonly papers: ReadonlySignal<Papers>;
	readonly step: ReadonlySignal<Step>;
	readonly elder: ReadonlySignal<boolean>;
	/** True on the start screen as every customer finds it: nothing chosen, typed or switched. */
	readonly isPristine: ReadonlySignal<boolean>;
	readonly idle: ReadonlySignal<Idle>;
	readonly help: HelpButton;
	readonly recognise: Recognise;
	/** To be called at every touch: somebody is there. */
	touched(): void;
	go(step: Step): void;
	/** Takes a number for the service; while one is on its way a second touch does nothing. */
	take(service: PublicService): void;
	/** Sends the typed number. A number that cannot be right is asked for again; else the services are shown, whatever the answer is. */
	sendNumber(): void;
	toggleElder(): void;
	/** Goes back to the start screen as the next customer should find it. */
	restart(): void;
};

const SECOND_MS = 1_000;

export function createKioskModel(branchId: string): KioskModel {
	const { live, state, connection, now, asOf, tick, papers } = heardAtKiosk(branchId);
	const seconds = signal(0);
	const branch = computed(() => recordsOf<DisplayView, "branch">(state.value, "branch")[0]);
	const gate = computed(() => kioskGate(branch.value, now.value, connection.value));
	const services = computed(() => offeredIn(state.value));

	const homeLocale = locale.peek();
	const [step, elder] = [signal<Step>(START), signal(false)];
	const touchedAt = signal(elapsedMs());
	const touched = () => {
		touchedAt.value = elapsedMs();
	};
	const go = (next: Step) => {
		touched();
		step.value = next;
	};
	const help = createHelpButton({ live, view: state, connection, now, keepAs: branchId });
	const recognise = createRecognise(branchId);
	const restart = () => {
		batch(() => {
			go(START);
			recognise.forget();
			elder.value = false;
			setLocale(homeLocale);
			help.reset();
		});
	};
	const take = createTakeNumber(live, branchId, step, go, recognise);
	leaveWhenOver(step, gate, services);
	const isPristine = computed(() => {
		// A call for help that stands is shown on the start screen, too: it does not make a return necessary.
		const isTrying = help.state.value.at === "sending" || help.state.value.at === "failed";
		const isUsed = recognise.recognition.value !== null || isTrying;
		return step.value === START && !isUsed && !elder.value && locale.value === homeLocale;
	});
	const idle = computed(() => {
		void seconds.value;
		const patience = elder.value ? LARGE_TYPE_PATIENCE : 1;
		return idleAfter(step.value, isPristine.value, elapsedMs() - touchedAt.value, patience);
	});
	setInterval(() => {
		seconds.value += 1;
		tick();
		if (idle.value.stage === "over") restart();
	}, SECOND_MS);
	return {
		connection,
		branch,
		now,
		asOf,
		gate,
		services,
		papers,
		step,
		elder,
		isPristine,
		idle,
		help,
		recognise,
		sendNumber: () => void sendNumber(recognise, step, go),
		touched,
		go,
		take,
		toggleElder: () => {
			elder.value = !elder.value;
		},
		restart,
	};
}

function offeredIn(state: ViewState | null): readonly PublicService[] {
	return recordsOf<DisplayView, "services">(state, "services").filter((service) => service.onKiosk);
}

/** Returns to the start when the present step has become pointless (`isOver`). */
function leaveWhenOver(
	step: Signal<Step>,
	gate: ReadonlySignal<Gate>,
	services: ReadonlySignal<readonly PublicService[]>,
): void {
	effect(() => {
		if (isOver(step.value, gate.value, services.value)) step.value = START;
	});
}

/** Sends the number and changes the step by the answer; a late answer changes nothing once the customer has left this step. */
async function sendNumber(recognise: Recognise, step: ReadonlySignal<Step>, go: (step: Step) => void): Promise<void> {
	const from = step.peek();
	if (from.at !== "recognising" || from.now === "sending" || recognise.typed.peek() === "") return;
	const sending: Step = { at: "recognising", now: "sending" };
	go(sending);
	const sent = await recognise.send();
	if (step.peek() === sending) go(sent === "sent" ? START : { at: "recognising", now: sent });
}

/** What the branch says, or said when it was last heard; and the papers that are published there for its customers. */
function heardAtKiosk(branchId: string): LiveSignals & Pick<KioskModel, "papers"> {
	const want = { kind: "device", purpose: "kiosk", branchId } as const;
	const heard = liveSignals({
		branchId,
		audience: "display",
		keepAs: `kiosk.${branchId}`,
		credential: (renew) => deviceCredential(want, renew),
		// While it first connects, a stored state is old, but nothing has failed yet: that is no news.
		isNews: (present, before) => present.status !== "amber" || before.status !== "connecting",
	});
	const heardOf = computed(() => {
		const { value } = heard.state;
		if (value === null) return undefined;
		return recordsOf<DisplayView, "sections">(value, "sections")?.find(({ id }) => id === "prompts")?.key ?? "";
	});
	return { ...heard, papers: publishedPapers(branchId, heardOf, () => deviceCredential(want)) };
}
