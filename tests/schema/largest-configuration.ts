import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { CONFIGURATION_MAX_BYTES, COUNTERS_MAX, SERVICES_MAX, STAFF_MAX } from "../../schema/limits.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";

const EXCEPTIONS_MAX = 400;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 10, 23);
const MOST = { zh: 120, en: 200 } as const;
const HAN = "休";
const HAN_BYTES = 3;

/** A branch with as many of everything as the schema counts, and names so long that not one more character is taken. */
export function largestConfiguration(branchId = "sh-lujiazui"): BranchConfiguration {
	const configuration = crowded(branchId);
	const names: Bilingual[] = [...configuration.staff, ...configuration.calendar.exceptions].map(({ name }) => name);
	let room = CONFIGURATION_MAX_BYTES - new TextEncoder().encode(JSON.stringify(configuration)).length;
	for (const name of names) {
		for (const language of ["zh", "en"] as const) {
			const more = Math.min(MOST[language] - name[language].length, Math.floor(room / HAN_BYTES));
			name[language] += HAN.repeat(more);
			room -= more * HAN_BYTES;
		}
	}
	return configuration;
}

function crowded(branchId: string): BranchConfiguration {
	const usual = defaultConfiguration({
		branchId,
		name: { zh: "测试支行", en: "Test branch" },
		region: { zh: "上海", en: "Shanghai" },
		kind: "standard",
	});
	const [service, counter] = [usual.services[0], usual.counters[0]];
	const mode = counter?.modes[0];
	if (service === undefined || counter === undefined || mode === undefined) throw new Error("nothing to multiply");
	const services = Array.from({ length: SERVICES_MAX }, (_, at) => ({
		...service,
		id: `service-${at}`,
		name: { zh: `业务${at}`, en: `Service ${at}` },
	}));
	const all = services.map(({ id }) => id);
	return {
		...usual,
		services,
		counters: Array.from({ length: COUNTERS_MAX }, (_, at) => ({
			id: String(at + 1),
			label: { zh: `${at + 1}号窗口`, en: `Counter ${at + 1}` },
			zone: counter.zone,
			modes: [{ ...mode, services: all }],
		})),
		staff: Array.from({ length: STAFF_MAX }, (_, at) => ({
			id: `staff-${at}`,
			name: { zh: "张伟", en: "Zhang Wei" },
			role: "closed-teller" as const,
			services: all,
		})),
		calendar: {
			week: usual.calendar.week,
			exceptions: Array.from({ length: EXCEPTIONS_MAX }, (_, at) => ({
				date: new Date(FIRST_DAY + at * DAY_MS).toISOString().slice(0, 10),
				hours: null,
				name: { zh: HAN, en: "h" },
			})),
		},
	};
}
