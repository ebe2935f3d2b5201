import { useEffect, useLayoutEffect, useState } from "react";
import { PIN_CHARS } from "../../rules/secret.ts";
import { useWords } from "../words/words.ts";

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Six digits by large keys or the keyboard; the sixth one sends them, and nothing of them stays. */
export function PinPad({ waiting, onPin }: { readonly waiting: boolean; readonly onPin: (pin: string) => void }) {
	const { t } = useWords();
	const [digits, setDigits] = useState("");
	useEffect(() => {
		if (digits.length < PIN_CHARS) return;
		setDigits("");
		onPin(digits);
	}, [digits, onPin]);
	// Before it is painted: whoever sees the pad and types at once loses no digit.
	useLayoutEffect(() => {
		if (waiting) return;
		const pressed = (event: KeyboardEvent) => {
			if (event.ctrlKey || event.metaKey || event.altKey) return;
			if (/^\d$/.test(event.key)) setDigits((before) => (before + event.key).slice(0, PIN_CHARS));
			if (event.key === "Backspace") setDigits((before) => before.slice(0, -1));
			if (event.key === "Escape") setDigits("");
		};
		addEventListener("keydown", pressed);
		return () => removeEventListener("keydown", pressed);
	}, [waiting]);
	const add = (digit: string) => setDigits((before) => (before + digit).slice(0, PIN_CHARS));
	return (
		<div className="stack center">
			<div className="line pin-dots" role="status" aria-label={t("pinDigits", { count: digits.length })}>
				{Array.from({ length: PIN_CHARS }, (_, place) => `dot ${place}`).map((dot, place) => (
					<span key={dot} className={place < digits.length ? "pin-dot pin-dot-full" : "pin-dot"} />
				))}
			</div>
			<div className="pin-keys">
				{DIGITS.map((digit) => (
					<Key key={digit} label={digit} waiting={waiting} onPress={() => add(digit)} />
				))}
				<Key label={t("pinClear")} waiting={waiting} small onPress={() => setDigits("")} />
				<Key label="0" waiting={waiting} onPress={() => add("0")} />
				<Key
					label={t("pinDelete")}
					waiting={waiting}
					small
					onPress={() => setDigits((before) => before.slice(0, -1))}
				/>
			</div>
		</div>
	);
}

function Key(props: {
	readonly label: string;
	readonly waiting: boolean;
	readonly small?: boolean;
	readonly onPress: () => void;
}) {
	return (
		<button
			type="button"
			className={`action pin-key tabular ${props.small ? "" : "pin-digit"}`}
			disabled={props.waiting}
			onClick={props.onPress}
		>
			{props.label}
		</button>
	);
}
