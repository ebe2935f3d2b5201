import { describe, expect, it } from "vitest";
import { pick } from "../../rules/dispatch.ts";

type Waiting = {
	readonly name: string;
	readonly came: number;
	readonly class?: string;
	readonly rank?: number;
	readonly headStart?: number;
	readonly overtaken?: number;
	readonly budget?: number;
};

/** Minutes for milliseconds: only their order counts. */
function chosen(...waiting: Waiting[]): string | undefined {
	const contenders = waiting.map((each, ordinal) => ({
		name: each.name,
		class: each.class ?? "ordinary",
		rank: each.rank ?? 3,
		queuedAt: each.came,
		orderAt: each.came - (each.headStart ?? 0),
		ordinal,
		overtaken: each.overtaken ?? 0,
		budget: each.budget ?? 4,
	}));
	return pick(contenders)?.name;
}

const high = { class: "high", rank: 1 };

describe("pick", () => {
	it.each<[string, Waiting[], string | undefined]>([
		["nobody waits", [], undefined],
		[
			"the lowest rank",
			[
				{ name: "ordinary", came: 1 },
				{ name: "high", came: 9, ...high },
			],
			"high",
		],
		[
			"the earliest of one rank",
			[
				{ name: "later", came: 2 },
				{ name: "earlier", came: 1 },
			],
			"earlier",
		],
		[
			"head start counts within a rank",
			[
				{ name: "a", came: 1 },
				{ name: "mid", came: 4, headStart: 4 },
			],
			"mid",
		],
		[
			"and only that far",
			[
				{ name: "a", came: 1 },
				{ name: "mid", came: 6, headStart: 4 },
			],
			"a",
		],
		[
			"but not across ranks",
			[
				{ name: "a", came: 1, headStart: 60 },
				{ name: "high", came: 9, ...high },
			],
			"high",
		],
		[
			"a tie goes by order of issue",
			[
				{ name: "first", came: 1 },
				{ name: "second", came: 1 },
			],
			"first",
		],
	])("[QUE-2] no budget spent: %s", (_, waiting, expected) => {
		expect(chosen(...waiting)).toBe(expected);
	});

	it.each<[string, Waiting[], string]>([
		[
			"it goes before any later one",
			[
				{ name: "spent", came: 1, overtaken: 4 },
				{ name: "high", came: 2, ...high },
			],
			"spent",
		],
		[
			"the oldest of them",
			[
				{ name: "spent later", came: 3, overtaken: 9 },
				{ name: "spent first", came: 2, overtaken: 4 },
			],
			"spent first",
		],
		[
			"unless an even older one has a higher class",
			[
				{ name: "high", came: 1, ...high },
				{ name: "spent", came: 2, overtaken: 4 },
			],
			"high",
		],
		[
			"of several of those the highest class",
			[
				{ name: "high", came: 1, ...high },
				{ name: "green", came: 2, class: "green", rank: 0 },
				{ name: "spent", came: 3, overtaken: 4 },
				{ name: "late green", came: 4, class: "green", rank: 0 },
			],
			"green",
		],
		[
			"an older one of a lower class lets it go first",
			[
				{ name: "low", came: 1, class: "low", rank: 5 },
				{ name: "spent", came: 2, overtaken: 4 },
			],
			"spent",
		],
		[
			"a budget of none means nobody later goes before",
			[
				{ name: "a", came: 1, budget: 0 },
				{ name: "h", came: 2, ...high },
			],
			"a",
		],
		[
			"overrides may have spent more than there was",
			[
				{ name: "named over", came: 1, overtaken: 6 },
				{ name: "high", came: 2, ...high },
			],
			"named over",
		],
	])("[QUE-1] a budget is spent: %s", (_, waiting, expected) => {
		expect(chosen(...waiting)).toBe(expected);
	});

	it("[QUE-3] an older one of the same class goes first, although it was away while the other was overtaken", () => {
		const back = { name: "was on hold", came: 1, overtaken: 0 };
		expect(chosen({ name: "spent", came: 2, overtaken: 4 }, back)).toBe("was on hold");
		expect(chosen({ name: "spent", came: 2, overtaken: 4 }, { ...back, class: "potential" })).toBe("spent");
	});
});
