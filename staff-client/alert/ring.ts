const TONE_HZ = 880;
const TONE_S = 0.18;
const PAUSE_S = 0.12;
const TIMES = 3;
const VIBRATION_MS = [200, 120, 200];

let audio: AudioContext | null = null;

/** Rings once: three short tones and a vibration, as far as the browser lets a page that was touched before. */
export function ring(): void {
	// Where nobody has touched the page yet the browser would refuse both, and complain. Old ones do not tell.
	if (navigator.userActivation?.hasBeenActive === false) return;
	navigator.vibrate?.(VIBRATION_MS);
	audio ??= new AudioContext();
	// A context that was never touched stays silent; playing later what rang now would mislead.
	if (audio.state !== "running") return void audio.resume();
	for (let time = 0; time < TIMES; time++) tone(audio, audio.currentTime + time * (TONE_S + PAUSE_S));
}

function tone(context: AudioContext, startS: number): void {
	const oscillator = context.createOscillator();
	const gain = context.createGain();
	oscillator.frequency.value = TONE_HZ;
	gain.gain.setValueAtTime(0.25, startS);
	gain.gain.exponentialRampToValueAtTime(0.001, startS + TONE_S);
	oscillator.connect(gain).connect(context.destination);
	oscillator.start(startS);
	oscillator.stop(startS + TONE_S);
}
