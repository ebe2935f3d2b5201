/** Two falling bell tones, a major third apart: heard over talk, startling nobody. */
const TONES_HZ = [659.25, 523.25];
const TONE_MS = 450;
const RING_MS = 1_100;
const VOLUME = 0.35;

/** Plays the chime; resolves when its last tone has rung out enough to speak over. */
export async function chime(audio: AudioContext): Promise<void> {
	for (const [index, frequency] of TONES_HZ.entries()) {
		ring(audio, frequency, audio.currentTime + (index * TONE_MS) / 1_000);
	}
	await new Promise((resolve) => setTimeout(resolve, TONES_HZ.length * TONE_MS + 200));
}

function ring(audio: AudioContext, frequency: number, at: number): void {
	const oscillator = audio.createOscillator();
	const gain = audio.createGain();
	oscillator.frequency.value = frequency;
	gain.gain.setValueAtTime(0, at);
	gain.gain.linearRampToValueAtTime(VOLUME, at + 0.01);
	gain.gain.exponentialRampToValueAtTime(0.001, at + RING_MS / 1_000);
	oscillator.connect(gain).connect(audio.destination);
	oscillator.start(at);
	oscillator.stop(at + RING_MS / 1_000);
}
