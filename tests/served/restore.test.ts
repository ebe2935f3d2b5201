import { expect, it } from "vitest";
import { run } from "../../scripts/process/run.ts";

const REHEARSAL_TIMEOUT_MS = 300_000;

it(
	"[FWD-5] [FWD-6] [LIVE-3] [OPS-5] a branch and the database are restored on a real server: screens start anew, nothing is doubled, reports agree again",
	async () => {
		const told = await run(process.execPath, ["scripts/rehearse-restore.ts"]);
		expect(told).toContain("the rehearsal holds");
		expect(told).toContain("a screen with the lost epoch gets a whole view");
	},
	REHEARSAL_TIMEOUT_MS,
);
