import { CALL_TYPES, type CentreCall } from "./call-centre-day.ts";
import { type CentreState, countSince, HEAD_START_S, orderOf } from "./call-centre-state.ts";

const PREFERRED = 2;
const ON_DUTY_S = 900;
/** Who has served for longer than this is a clock error, not a busy agent. */
const STUCK_S = 3_600;

/** Everything about one quote by name, seconds and counts; only what is known when the call comes in. */
export type Features = { readonly [name: string]: number };

/** What a forecast of this call's wait may look at. The call itself is not yet in the queue. */
export function featuresOf(state: CentreState, call: CentreCall, weekday: number): Features {
	const now = call.arrivalS;
	return {
		type: call.type,
		priority: call.priority ?? 0,
		hour: now / 3_600,
		weekday,
		...aheadFeatures(state, call, now),
		...latestFeatures(state, call, now),
		...capacityFeatures(state, call, now),
		...paceFeatures(state, call, now),
	};
}

function aheadFeatures(state: CentreState, call: CentreCall, now: number) {
	const own = orderOf(call);
	let ahead = 0;
	let aheadOfType = 0;
	let preferred = 0;
	let waitedBefore = 0;
	let hol = 0;
	let holClass = 0;
	let holType = 0;
	let holRegular = 0;
	let justBehind = 0;
	const ofType = new Float64Array(CALL_TYPES.length);
	for (const each of state.waiting) {
		const waited = now - each.arrivalS;
		ofType[each.type] = (ofType[each.type] ?? 0) + 1;
		const order = orderOf(each);
		if (order <= own) {
			ahead++;
			waitedBefore += waited;
			if (each.type === call.type) aheadOfType++;
		} else if (order <= own + HEAD_START_S) justBehind++;
		if (each.priority === PREFERRED) preferred++;
		else holRegular = Math.max(holRegular, waited);
		hol = Math.max(hol, waited);
		if (each.type === call.type) {
			holType = Math.max(holType, waited);
			if (each.priority === call.priority) holClass = Math.max(holClass, waited);
		}
	}
	return {
		waiting: state.waiting.size,
		ahead,
		aheadOfType,
		justBehind,
		preferred,
		meanWaitedAhead: ahead === 0 ? 0 : waitedBefore / ahead,
		hol,
		holClass,
		holType,
		holRegular,
		waitingPs: ofType[0] ?? 0,
		waitingNw: ofType[1] ?? 0,
		waitingNe: ofType[2] ?? 0,
	};
}

function latestFeatures(state: CentreState, call: CentreCall, now: number) {
	const { starts } = state;
	const isPreferred = call.priority === PREFERRED;
	const last = starts.at(-1);
	let own: (typeof starts)[number] | undefined;
	let sum = 0;
	let seen = 0;
	let near = 0;
	let nearWeight = 0;
	for (let index = starts.length - 1; index >= 0 && seen < 10; index--) {
		const each = starts[index];
		if (each === undefined || now - each.atS > 3_600) break;
		const weight = Math.exp(-(now - each.atS) / 300);
		if (each.type !== call.type) continue;
		near += weight * (each.waitS + (isPreferred ? 0 : 1) * (each.preferred ? HEAD_START_S / 2 : 0));
		nearWeight += weight;
		if (each.preferred !== isPreferred) continue;
		own ??= each;
		sum += each.waitS;
		seen++;
	}
	return {
		les: last?.waitS ?? -1,
		lesAge: last === undefined ? 9_999 : now - last.atS,
		lesClass: own?.waitS ?? -1,
		lesClassAge: own === undefined ? 9_999 : now - own.atS,
		meanOfTen: seen === 0 ? -1 : sum / seen,
		nearMean: nearWeight === 0 ? -1 : near / nearWeight,
	};
}

function capacityFeatures(state: CentreState, call: CentreCall, now: number) {
	let busy = 0;
	let able = 0;
	let speed = 0;
	let ableSpeed = 0;
	let ages = 0;
	let oldest = 0;
	let young = 0;
	let busyOwnType = 0;
	for (const [each, startedAt] of state.busy) {
		const age = now - startedAt;
		if (age > STUCK_S) continue;
		busy++;
		const rate = state.agents.speed(each.agent);
		speed += rate;
		ages += age;
		oldest = Math.max(oldest, age);
		if (age < 60) young++;
		if (each.type === call.type) busyOwnType++;
		if (state.agents.serves(each.agent, call.type)) {
			able++;
			ableSpeed += rate;
		}
	}
	let onDuty = 0;
	let onDutyAble = 0;
	for (const [agent, at] of state.seenAt) {
		if (now - at > ON_DUTY_S) continue;
		onDuty++;
		if (state.agents.serves(agent, call.type)) onDutyAble++;
	}
	const meanAge = busy === 0 ? 0 : ages / busy;
	return { busy, able, speed, ableSpeed, meanAge, oldest, young, busyOwnType, onDuty, onDutyAble };
}

function paceFeatures(state: CentreState, call: CentreCall, now: number) {
	const starts = state.startsAt;
	const ends = (s: number) => countSince(state.endsAt, now - s);
	const gaveUp600 = countSince(state.gaveUpAt, now - 600);
	const arrivals = state.arrivedAt;
	const theta = (state.gaveUpAt.length + 5) / (state.waitedS + 5 * 500);
	const service = state.recentServiceS[call.type] ?? 0;
	return {
		service,
		latestService: state.latestServiceS,
		starts60: countSince(starts, now - 60),
		starts300: countSince(starts, now - 300),
		starts900: countSince(starts, now - 900),
		immediate300: countSince(state.immediateAt, now - 300),
		immediate900: countSince(state.immediateAt, now - 900),
		ends60: ends(60),
		ends300: ends(300),
		ends900: ends(900),
		gaveUp600,
		gaveUp1800: countSince(state.gaveUpAt, now - 1_800),
		arrivals60: countSince(arrivals, now - 60),
		arrivals300: countSince(arrivals, now - 300),
		arrivals900: countSince(arrivals, now - 900),
		theta,
		todayWaits: state.starts.length,
	};
}
