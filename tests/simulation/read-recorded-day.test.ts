import { describe, expect, it } from "vitest";
import { CALL_LOG_HEADER } from "../../simulation/read/read-call-log.ts";
import { CLINIC_LOG_HEADER } from "../../simulation/read/read-clinic-log.ts";
import { readRecordedDay } from "../../simulation/read/read-recorded-day.ts";
import { writeNeutralCsv } from "../../simulation/read/write-neutral-csv.ts";
import type { RecordedDay } from "../../simulation/recorded-day.ts";

function day(text: string, date?: string): RecordedDay {
	const result = readRecordedDay(text, date);
	if (result.status !== "read") throw new Error(result.errors.join("\n"));
	return result.day;
}

function errors(text: string, date?: string): readonly string[] {
	const result = readRecordedDay(text, date);
	return result.status === "unreadable" ? result.errors : [];
}

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;

describe("[PLAY-1] the call log", () => {
	const log = lines(
		CALL_LOG_HEADER,
		"1999-02-01,32400,32400,32460,SERVED,0,PS,0,A01",
		"1999-02-02,32410,32470,32590,SERVED,1,PS,2,A02",
		"1999-02-02,32400,32400,32460,SERVED,0,NW,0,A01",
		"1999-02-02,32405,32465,-1,ABANDONED,1,NW,1,",
		"1999-02-02,32500,32500,36200,SERVED,0,PS,0,A03",
		"1999-02-02,32500,32500,32400,SERVED,0,PS,0,A03",
		"1999-02-02,32501,32501,32600,SERVED,0,IN,0,A09",
		"1999-02-02,32502,oops,32600,SERVED,0,PS,0,A09",
		"1999-02-02,32503,32400,32600,SERVED,1,PS,0,A09",
		"1999-02-02,32504",
	);

	it("takes one day's calls by arrival, with class and patience", () => {
		expect(day(log, "1999-02-02").visits).toEqual([
			{ arrivalMs: 32_400_000, services: ["NW"], class: "", serviceMs: [60_000], waitedMs: 0 },
			// Should the replay call this one, the call takes as long as the last one of its kind.
			{ arrivalMs: 32_405_000, services: ["NW"], class: "ordinary", serviceMs: [60_000], leavesAfterMs: 60_000 },
			{ arrivalMs: 32_410_000, services: ["PS"], class: "high", serviceMs: [120_000], waitedMs: 60_000 },
		]);
	});

	it("leaves out other pools and clock errors, and counts them", () => {
		expect(day(log, "1999-02-02").setAside).toEqual({
			"another agent pool": 1,
			"service time is a clock error": 2,
			"left the queue before arriving": 1,
			"unreadable row": 2,
		});
	});

	it("takes the day with most rows when none is named, and refuses one that is not there", () => {
		expect(day(log).date).toBe("1999-02-02");
		expect(errors(log, "1999-03-01")).toEqual(["the log has dates from 1999-02-01 to 1999-02-02, but not 1999-03-01"]);
		expect(errors(lines(CALL_LOG_HEADER))).toHaveLength(1);
	});
});

describe("[PLAY-1] the clinic log", () => {
	const leg = (number: string, index: number, room: string, times: string, valid = "Y", remark = "") =>
		`1-Aug-19,${number},${index},Review,${room},8888,${times},0,0,${valid},${remark}`;
	const log = lines(
		CLINIC_LOG_HEADER,
		leg("1001", 0, "", "7:24:19,8:02:13,8:02:13"),
		leg("1001", 1, "Review Room 4", "8:02:13,8:17:06,8:33:59", "Y", "Transferred"),
		leg("1004", 2, "Review Room 4", "8:02:03,8:33:59,8:40:17", "Y", "Transferred"),
		leg("1004", 0, "Scan Room 5", "7:36:35,7:57:53,7:58:17"),
		leg("1004", 1, "Scan Room 5", "7:58:17,7:58:17,8:02:03", "Y", "Transferred"),
		leg("1006", 0, "", "7:55:32,7:55:32,7:55:32", "N"),
		leg("1007", 0, "", "7:56:00,,", "N"),
		leg("1009", 0, "Scan Room 5", "8:47:37,9:35:29,11:20:37"),
		leg("1010", 0, "Scan Room 5", "8:50:00,9:00:00,9:00:02"),
		leg("1010", 1, "Scan Room 6", "9:00:02,9:05:00,9:07:00"),
		leg("1011", 0, "Scan Room 5", "bad,9:00:00,9:01:00"),
		leg("1012", 0, "Scan Room 5", "9:10:00,9:20:00,9:15:00"),
	);

	it("makes one visit of a ticket's legs, named after the kind of room", () => {
		const visits = day(log).visits;
		expect(visits[0]).toEqual({
			arrivalMs: 26_659_000,
			services: ["Review Room"],
			class: "",
			serviceMs: [1_013_000],
		});
		expect(visits[1]).toEqual({
			arrivalMs: 27_395_000,
			services: ["Scan Room", "Scan Room", "Review Room"],
			class: "",
			serviceMs: [24_000, 226_000, 378_000],
			transferred: true,
		});
		expect(day(log).pools).toEqual([["Review Room"], ["Scan Room"]]);
	});

	it("makes skipped tickets no-shows, bounds forgotten ends, and forgives slips", () => {
		const { visits, setAside } = day(log);
		expect(visits.filter((visit) => visit.noShow).map((visit) => visit.services)).toEqual([
			["Scan Room"],
			["Scan Room"],
			["Scan Room"],
		]);
		expect(visits.find((visit) => visit.arrivalMs === 31_657_000)?.serviceMs).toEqual([1_800_000]);
		expect(visits.find((visit) => visit.arrivalMs === 31_800_000)?.serviceMs).toEqual([120_000]);
		expect(setAside).toEqual({
			"ticket skipped by the machine: a no-show": 3,
			"forgotten end, counted as 30 minutes": 1,
			"leg shorter than a service can be": 1,
			"leg without a readable start and end": 1,
			"ticket without a readable time": 1,
		});
	});
});

describe("[PLAY-1] the neutral CSV", () => {
	const header = "arrival,service,class,service_seconds,leaves_after";

	it("reads times, lists of services and patience, in any order of lines and columns", () => {
		expect(day(lines("# a comment", header, "09:30:05,cash+loan,high,60+90.5,", "32400,cash,,30,300")).visits).toEqual([
			{ arrivalMs: 32_400_000, services: ["cash"], class: "", serviceMs: [30_000], leavesAfterMs: 300_000 },
			{ arrivalMs: 34_205_000, services: ["cash", "loan"], class: "high", serviceMs: [60_000, 90_500] },
		]);
		const turned = lines("Class,Service_Seconds,Service,Arrival", "mid,20,transfer,9:00");
		expect(day(turned).visits).toEqual([
			{ arrivalMs: 32_400_000, services: ["transfer"], class: "mid", serviceMs: [20_000] },
		]);
	});

	it("names the line and the column of every mistake", () => {
		const text = lines(header, "09:00,cash,,60,", "25:00,cash,,60,", "09:01,,,60,", "# note", "09:02,cash,,60+x,soon");
		expect(errors(text)).toEqual([
			'line 3: arrival "25:00" is neither HH:MM:SS nor whole seconds below 86400',
			'line 4: service "" names no service',
			'line 6: service_seconds "60+x" is not a number of seconds below 86400',
			'line 6: leaves_after "soon" is not a number of seconds below 86400',
		]);
		expect(errors(lines(header, "09:00,cash+loan,,60,"))[0]).toContain("needs 2 durations");
	});

	it("refuses what is not a recording at all", () => {
		expect(errors("")).toEqual(["the file has no visits"]);
		expect(errors(lines(header))).toEqual(["the file has no visits"]);
		expect(errors(lines("when,what", "09:00,cash"))[0]).toContain("arrival, service, class, service_seconds");
		expect(errors(lines(header, "09:00,cash"))[0]).toContain("line 2");
		expect(errors(lines(header, '09:00,"cash,,60,'))).toHaveLength(1);
	});

	it("reads back what was written", () => {
		const { visits } = day(lines(header, "09:30:05,cash+loan,high,60+90.5,", "32400,cash,,30,300"));
		expect(day(writeNeutralCsv(visits, ["from a test"])).visits).toEqual(visits);
	});
});
