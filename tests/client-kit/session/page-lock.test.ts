import { afterEach, describe, expect, it } from "vitest";
import { onPageLock, pageLock, setPageLock, whenPageOpen } from "../../../client-kit/session/page-lock.ts";

describe("the lock of a page", () => {
	afterEach(() => setPageLock("open"));

	it("[ACC-15] holds back what would ask the server for something until the page is open again", async () => {
		const done: string[] = [];
		await whenPageOpen();
		setPageLock("locking");
		void whenPageOpen().then(() => done.push("asked"));
		setPageLock("locked");
		await Promise.resolve();
		expect([pageLock(), done]).toEqual(["locked", []]);
		setPageLock("open");
		await Promise.resolve();
		expect(done).toEqual(["asked"]);
	});
	it("[ACC-15] tells whoever shows something, once for each change", () => {
		const heard: string[] = [];
		const stop = onPageLock((lock) => heard.push(lock));
		for (const lock of ["locking", "locking", "locked", "open"] as const) setPageLock(lock);
		stop();
		setPageLock("locked");
		expect(heard).toEqual(["locking", "locked", "open"]);
	});
});
