import { afterEach, expect } from "vitest";
import { takeComplaints } from "./complaints.ts";

/** [SCR-34] Over every browser test: no page logs an error or a warning in Chromium. */
afterEach(() => {
	expect(takeComplaints(), "[SCR-34] what pages logged").toEqual([]);
});
