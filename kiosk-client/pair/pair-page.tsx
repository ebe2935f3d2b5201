import type { ReadonlySignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { stopwatch } from "../../client-kit/language/format.ts";
import type { DevicePurpose } from "../../schema/actor.ts";
import { QrCode } from "../qr-code.tsx";
import { approvalAddress } from "./next-address.ts";
import type { PairingStep } from "./pairing-step.ts";
import { inBoth, type Word } from "./words.ts";

const TITLE: Readonly<Record<DevicePurpose, Word>> = {
	display: "titleDisplay",
	kiosk: "titleKiosk",
	"counter-pad": "titlePad",
};
const KIND: Readonly<Record<DevicePurpose, Word>> = { display: "display", kiosk: "kiosk", "counter-pad": "pad" };
const STEPS = ["stepAsk", "stepDecide", "stepOpen"] as const;

export type PairModel = {
	readonly purpose: DevicePurpose;
	readonly next: string | null;
	/** It was paired once, and somebody has ended that. */
	readonly revoked: boolean;
	readonly step: ReadonlySignal<PairingStep>;
	/** Monotonic milliseconds, moved once a second. */
	readonly now: ReadonlySignal<number>;
};

/** What a new device shows until somebody lets it in. */
export function PairPage({ model }: { model: PairModel }) {
	const step = model.step.value;
	return (
		<main class="pair">
			<header>
				<h1>
					<Both word={TITLE[model.purpose]} />
				</h1>
				{model.revoked && step.kind !== "paired" && (
					<p class="pair-revoked" role="alert">
						<Sign /> <Both word="revoked" />
					</p>
				)}
			</header>
			<Stage model={model} />
			{step.kind !== "paired" && <OtherKinds model={model} />}
		</main>
	);
}

function Stage({ model }: { model: PairModel }) {
	const step = model.step.value;
	switch (step.kind) {
		case "starting":
			return <Notice title="starting" />;
		case "waiting":
			return (
				<Notice title={step.problem.status === 429 ? "busyTitle" : "waitingTitle"}>
					{step.problem.code !== "offline" && (
						<p>
							<Bilingual zh={step.problem.title} en={step.problem.titleEn} />
						</p>
					)}
				</Notice>
			);
		case "unable":
			return <Notice title={`${step.why}Title`} text={`${step.why}Text`} loud />;
		case "denied":
			return <Notice title="deniedTitle" text="deniedText" loud />;
		case "paired":
			return (
				<Notice title="pairedTitle">
					<p>
						<Both word="pairedText" params={{ name: step.name }} />
					</p>
				</Notice>
			);
		case "code":
			return <Code model={model} step={step} />;
		default:
			return step satisfies never;
	}
}

function Code({ model, step }: { model: PairModel; step: Extract<PairingStep, { kind: "code" }> }) {
	const { userCode } = step;
	const time = stopwatch(step.endsAt - model.now.value);
	return (
		<section class="pair-code">
			<div class="pair-figures">
				<h2>
					<Both word="code" />
				</h2>
				<p class="pair-letters" data-code={userCode}>
					<span>{userCode.slice(0, 4)}</span>
					<span>{userCode.slice(4)}</span>
				</p>
				<p class={step.cut ? "pair-time pair-cut" : "pair-time tabular"}>
					{step.cut && <Sign />} {step.cut ? <Both word="cut" /> : <Both word="timeLeft" params={{ time }} />}
				</p>
				<ol>
					{STEPS.map((word) => (
						<li key={word}>
							<Both word={word} />
						</li>
					))}
				</ol>
			</div>
			<QrCode text={approvalAddress(location.origin, userCode, model.next)} label={inBoth("qrLabel").zh} />
		</section>
	);
}

/** For whoever opened the page of another kind of device; a screen without touch simply leaves it alone. */
function OtherKinds({ model }: { model: PairModel }) {
	const kinds = Object.keys(KIND) as DevicePurpose[];
	return (
		<footer>
			<Both word="other" />
			{kinds.map((kind) => (
				<a key={kind} href={`?for=${kind}`} aria-current={kind === model.purpose ? "true" : undefined}>
					<Both word={KIND[kind]} />
				</a>
			))}
			<a class="pair-start" href="/">
				<Both word="startPage" />
			</a>
		</footer>
	);
}

type NoticeProps = { title: Word; text?: Word; loud?: boolean; children?: ComponentChildren };

function Notice({ title, text, loud = false, children }: NoticeProps) {
	return (
		<section class={loud ? "pair-notice pair-loud" : "pair-notice"} role={loud ? "alert" : "status"}>
			<h2>
				{loud && <Sign />} <Both word={title} />
			</h2>
			{text !== undefined && (
				<p>
					<Both word={text} />
				</p>
			)}
			{children}
		</section>
	);
}

/** Beside words that must not be told by their colour alone. */
function Sign() {
	return (
		<span class="pair-sign" aria-hidden="true">
			!
		</span>
	);
}

function Both({ word, params }: { word: Word; params?: Readonly<Record<string, string>> }) {
	return <Bilingual {...inBoth(word, params)} />;
}

function Bilingual({ zh, en }: { zh: string; en: string }) {
	return (
		<span class="both">
			<span class="zh">{zh}</span>{" "}
			<span class="en" lang="en">
				{en}
			</span>
		</span>
	);
}
