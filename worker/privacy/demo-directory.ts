import type { CustomerFacts } from "../../rules/configuration/segment.ts";
import type { RecogniseBody, Segment } from "../../schema/customer/customer.ts";
import { type SyntheticCustomer, syntheticCustomer } from "../domain/customer/synthetic-customer.ts";

const DEMO_SEED = 20261121;
const DEMO_CUSTOMERS = 2_000;

/** Relationship managers of the demo's branches, and the customers who have one. */
const MANAGERS = ["xu-na", "ma-jun", "hu-yue"];
const MANAGED: readonly string[] = ["high", "private"];

let known: ReadonlyMap<string, DemoCustomer> | null = null;

/**
 * What the demo's people own, by the segment that follows as shipped: published thresholds can move them to another. Companies
 * are not here: the directory says their segment.
 */
const FACTS: Readonly<Record<string, CustomerFacts>> = {
	private: { averageAssets: 15_000_000 },
	high: { averageAssets: 2_600_000 },
	mid: { averageAssets: 180_000 },
	potential: { averageAssets: 9_000, hasDegree: true, age: 24 },
	ordinary: { averageAssets: 9_000, hasDegree: false },
};

type DemoCustomer = Omit<SyntheticCustomer, "segment"> &
	CustomerFacts & { readonly segment?: Segment; readonly managerId?: string };

/** The demo's customers, all of them made up. */
export async function demoDirectory({ by, value }: RecogniseBody): Promise<DemoCustomer | null> {
	known ??= everybody();
	return known.get(`${by} ${value}`) ?? null;
}

function everybody(): Map<string, DemoCustomer> {
	const byNumber = new Map<string, DemoCustomer>();
	for (let index = 0; index < DEMO_CUSTOMERS; index++) {
		const made = syntheticCustomer(DEMO_SEED, index);
		const managerId = MANAGED.includes(made.segment) ? MANAGERS[index % MANAGERS.length] : undefined;
		const { segment, ...known } = made;
		const customer = {
			...known,
			...(FACTS[segment] ?? { segment }),
			...(managerId === undefined ? {} : { managerId }),
		};
		byNumber.set(`card ${customer.card}`, customer);
		byNumber.set(`id-number ${customer.idNumber}`, customer);
		byNumber.set(`phone ${customer.phone}`, customer);
	}
	return byNumber;
}
