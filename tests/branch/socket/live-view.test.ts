import { describe, it } from "vitest";
import type { Audience } from "../../../schema/hall/view.ts";
import { type SeededRandom, seededRandom } from "../../../simulation/seeded-random.ts";
import { count } from "../../counts.ts";
import { aBranch, evict, MINUTE_MS, MONDAY_10, staff, type TestBranch } from "../a-branch.ts";
import { tokenOf } from "../door.ts";
import { collectionsOf, type Handshake, LiveClient } from "../live-client.ts";
import { RandomHall } from "../random-hall.ts";

const STEPS = 120;
const TICKET_PAGES = 3;
const FIRST_SEED = 31_001;

/** One screen somewhere: its connection is lost and made again, its view must always be right. */
type Screen = { readonly handshake: Handshake; client: LiveClient; resumed: number };

async function connect(handshake: Handshake): Promise<Screen> {
	return { handshake, client: await LiveClient.open(handshake), resumed: 0 };
}

async function reconnect(screen: Screen): Promise<void> {
	screen.client.close();
	screen.client = await LiveClient.open(screen.handshake, screen.client);
	if (screen.client.views === 0) screen.resumed += 1;
}

async function screensOf({ branchId }: TestBranch): Promise<Screen[]> {
	const credential = `token.${await tokenOf(staff(branchId, "lobby-manager", "li-na"))}`;
	const audiences: readonly Audience[] = ["display", "staff", "status"];
	const handshakes = audiences.flatMap((audience) =>
		[2, 3].map((protocol) => ({ branchId, audience, protocol, credential })),
	);
	return Promise.all(handshakes.map(connect));
}

async function disturb(branch: TestBranch, screens: readonly Screen[], random: SeededRandom): Promise<void> {
	if (random.chance(0.1)) await branch.evict();
	if (random.chance(0.08)) await reconnect(random.pick(screens));
	if (!random.chance(0.03)) return;
	// Only an awake object can lose its sockets.
	await branch.stub().configuration();
	await evict(branch.branchId, "close");
	for (const screen of screens) {
		await screen.client.until("the loss of the connection", () => false);
		if (!isForgotten(screen)) await reconnect(screen);
	}
}

/** What a page of a ticket long ended is told is no fault: it has nothing to show any more. */
const isForgotten = ({ client }: Screen) => client.closed?.reason === "unknown-ticket";

async function check(screens: readonly Screen[], seed: number): Promise<void> {
	for (const screen of screens) {
		const { client, handshake } = screen;
		const fresh = await client.fresh().catch(() => null);
		if (fresh === null && isForgotten(screen)) continue;
		if (fresh === null) throw new Error(`seed ${seed}, ${handshake.audience}: closed ${JSON.stringify(client.closed)}`);
		const where = `seed ${seed}, ${handshake.audience}@${handshake.protocol}, seq ${fresh.seq}`;
		if (client.gaps > 0) throw new Error(`${where}: ${client.gaps} gaps`);
		const [expected, shown] = [sorted(collectionsOf(fresh)), sorted(client.view)];
		if (shown !== expected) throw new Error(`${where}: shows\n${shown}\nand not\n${expected}`);
		if (client.epoch !== fresh.epoch || client.seq > fresh.seq) throw new Error(`${where}: ahead at ${client.seq}`);
	}
}

function sorted(view: LiveClient["view"]): string {
	const names = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify(
		names(view).map(([name, records]) => [name, names(records).map(([, record]) => names(record))]),
	);
}

async function play(seed: number) {
	const random = seededRandom(seed);
	const branch = await aBranch();
	const hall = new RandomHall(branch, random);
	let screens = await screensOf(branch);
	let pages = 0;
	for (let step = 1; step <= STEPS; step++) {
		await hall.step();
		if (pages < TICKET_PAGES && hall.issued.length > pages * 4) {
			const link = hall.issued.at(-1)?.link;
			screens.push(
				await connect({
					branchId: branch.branchId,
					audience: "ticket",
					protocol: 2 + (pages % 2),
					credential: `link.${link}`,
				}),
			);
			pages += 1;
		}
		await disturb(branch, screens, random);
		screens = screens.filter((screen) => !isForgotten(screen));
		if (random.chance(0.02)) await branch.setTime(MONDAY_10 + step * MINUTE_MS);
		if (step % 12 === 0) await check(screens, seed);
		screens = screens.filter((screen) => !isForgotten(screen));
	}
	await branch.send(staff(branch.branchId, "lobby-manager", "li-na"), { type: "close-day" });
	await check(screens, seed);
	const patches = screens.reduce((sum, { client }) => sum + client.patches, 0);
	const resumed = screens.reduce((sum, screen) => sum + screen.resumed, 0);
	for (const { client } of screens) client.close();
	return { done: hall.done, refused: hall.refused, patches, resumed };
}

describe("a live view", () => {
	it("[LIVE-2] [LIVE-1] is always the one the branch has: both protocols, all audiences, evictions and reconnects", async ({
		expect,
	}) => {
		const sum = { done: 0, refused: 0, patches: 0, resumed: 0 };
		const seeds = count(4, 80);
		console.log(`seeds ${FIRST_SEED} +${seeds}`);
		for (let seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
			const played = await play(seed);
			for (const key of ["done", "refused", "patches", "resumed"] as const) sum[key] += played[key];
		}
		console.log(sum);
		expect(sum.done).toBeGreaterThan(seeds * 30);
		expect(sum.patches).toBeGreaterThan(seeds * 30);
		expect(sum.resumed).toBeGreaterThan(0);
	});
});
