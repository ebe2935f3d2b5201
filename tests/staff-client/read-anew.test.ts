import { QueryObserver } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { queries } from "../../react-kit/data/queries.ts";
import { readAnew } from "../../react-kit/data/read-anew.ts";

describe("what has changed while a page reads it", () => {
	it.each([
		["the first", 0],
		["a later", 1],
	])("[ALR-33] is read again, when that reading was %s one", async (_, readBefore) => {
		const answers: ((value: string) => void)[] = [];
		const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
		const name = `here-${readBefore}`;
		const observer = new QueryObserver(queries, { queryKey: [name, "sh-bund"], queryFn, retry: false });
		const stop = observer.subscribe(() => {});
		const reading = (nth: number) => vi.waitFor(() => expect(answers).toHaveLength(nth));
		await reading(1);
		if (readBefore > 0) {
			answers[0]?.("nobody");
			await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe("nobody"));
			void observer.refetch();
			await reading(2);
		}
		const anew = readAnew(name);
		answers[readBefore]?.("before");
		await reading(readBefore + 2);
		answers[readBefore + 1]?.("after");
		await anew;
		expect(observer.getCurrentResult()).toMatchObject({ data: "after", status: "success" });
		stop();
	});
});
