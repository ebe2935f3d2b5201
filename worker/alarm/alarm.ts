import { pauseAfter } from "../domain/pace/alarm-pace.ts";

/** A time in the past or of this very moment may never fire. */
const SOONEST_MS = 1;
/** The platform knows no alarm centuries away, as a demo clock may ask for: a nearer one arms the next when it fires. */
const FARTHEST_MS = 31_536_000_000;
/** An alarm later than wanted by so little stays as it is: turning one clock's time into another's is not exact. */
const SLACK_MS = 100;
/** How often in a row it came for nothing; written only when it did, so that an eviction does not forget it. */
const FRUITLESS_KEY = "fruitless-alarms";

/**
 * The object's one alarm. Each set is a billed row, so it is set only when something earlier comes up; a wake finds
 * out what is armed. Times are those of `Date.now()`, null: none. The platform's alarm goes by a clock of its own and
 * is armed by how long to wait: whatever `Date.now()` says, no alarm comes at once again and again.
 */
export class Alarm {
	readonly #storage: DurableObjectStorage;
	readonly #name: string;
	#armedAt: number | null = null;
	#wantedAt: number | null = null;
	#firedFor: number | null = null;
	#fruitless: number;

	/** @param name whose alarm it is, for the log */
	constructor(storage: DurableObjectStorage, name: string) {
		this.#storage = storage;
		this.#name = name;
		this.#fruitless = storage.kv.get<number>(FRUITLESS_KEY) ?? 0;
	}

	/** After waking, with what the platform says is armed: a past alarm counts as none. */
	wake(platformAt: number | null, dueAt: number | null): void {
		const waitMs = platformAt === null ? 0 : platformAt - platformNow();
		this.#armedAt = waitMs > 0 ? Date.now() + waitMs : null;
		// One that comes before anything is due was set for what has settled since: it is not for nothing when it finds that.
		const isEarly = this.#armedAt !== null && dueAt !== null && this.#armedAt < dueAt - SLACK_MS;
		this.#wantedAt = isEarly ? this.#armedAt : dueAt;
		this.setEarlier(dueAt);
	}

	/** Call when what was armed may have been rolled back: nothing is believed armed any more. */
	forget(): void {
		this.#armedAt = null;
	}

	/** Arms it for `at` unless it is armed for that or sooner; inside a transaction it is rolled back with it. */
	setEarlier(at: number | null): void {
		if (at !== null && !this.isArmedFor(at)) this.#set(at, 0);
	}

	/** Whether `setEarlier` would leave the alarm as it is. */
	isArmedFor(at: number | null): boolean {
		if (at === null) return true;
		const now = Date.now();
		const enough = Math.max(at, now + SOONEST_MS) + SLACK_MS;
		return this.#armedAt !== null && this.#armedAt > now && this.#armedAt <= enough;
	}

	/** Arms it for `at` whatever was armed before: the clock itself has changed, or what there is to do. */
	reset(at: number | null): void {
		this.#armedAt = null;
		if (at === null) void this.#storage.deleteAlarm();
		else this.#set(at, 0);
	}

	/** Call first when it has fired. */
	fired(): void {
		this.#armedAt = null;
		this.#firedFor = this.#wantedAt;
	}

	/**
	 * Call last when it has fired, with what is due next. When that is already due, or what it fired for, nothing has
	 * moved on: it rests longer each time, is counted and logged.
	 */
	rearm(at: number | null): void {
		const isFruitless = at !== null && (at <= Date.now() || at === this.#firedFor);
		this.#count(isFruitless ? this.#fruitless + 1 : 0);
		if (at === null) return;
		const pauseMs = isFruitless ? pauseAfter(this.#fruitless) : 0;
		if (isFruitless) {
			const about = { object: this.#name, fruitless: this.#fruitless, pauseMs };
			console.error(JSON.stringify({ message: "alarm brought nothing", ...about }));
		}
		this.#set(at, pauseMs);
	}

	#set(at: number, pauseMs: number): void {
		const waitMs = Math.min(Math.max(at - Date.now(), SOONEST_MS, pauseMs), FARTHEST_MS);
		void this.#storage.setAlarm(Math.ceil(platformNow() + waitMs));
		this.#armedAt = Date.now() + waitMs;
		this.#wantedAt = at;
	}

	#count(fruitless: number): void {
		if (fruitless === this.#fruitless) return;
		this.#fruitless = fruitless;
		if (fruitless === 0) this.#storage.kv.delete(FRUITLESS_KEY);
		else this.#storage.kv.put(FRUITLESS_KEY, fruitless);
	}
}

/** The time the platform's alarms go by. A bench or a test that has a clock of its own replaces `Date.now` and not this. */
function platformNow(): number {
	return performance.timeOrigin + performance.now();
}
