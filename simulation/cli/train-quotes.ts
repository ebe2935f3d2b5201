/**
 * Learns the model of a call centre's waits and writes it where `npm run evaluate -- quotes` reads it:
 * `node simulation/cli/train-quotes.ts --calls FILE [--until 1999-07-31 --seed 1]`
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { centreDays } from "../evaluate/call-centre-day.ts";
import { trainQuoteModel } from "../evaluate/call-centre-model.ts";
import { readText } from "./read-day-file.ts";

const MODEL = "simulation/evaluate/call-model.json";

const { values } = parseArgs({
	options: {
		calls: { type: "string" },
		until: { type: "string", default: "1999-07-31" },
		seed: { type: "string", default: "1" },
	},
});
if (values.calls === undefined) {
	console.error("name the call log with --calls FILE");
	process.exit(2);
}
const days = centreDays(await readText(values.calls));
const bar = new SingleBar({ format: "{bar} {percentage}%, {eta_formatted} to go", hideCursor: true });
bar.start(1, 0);
const model = trainQuoteModel(days, values.until, Number(values.seed), (done, total) => {
	bar.setTotal(total);
	bar.update(done);
});
bar.stop();
writeFileSync(MODEL, `${JSON.stringify(model, null, "\t")}\n`);
console.log(`written: ${MODEL}`);
