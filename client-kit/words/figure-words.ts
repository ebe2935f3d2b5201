/** What is counted of a day, on the phone as in the console. */
export const figureWords = {
	zh: {
		issued: "取号",
		served: "办结",
		waitingTickets: "等候",
		beingServed: "办理中",
		noShows: "过号",
		countersOpen: "开放窗口",
		meanWait: "平均等候",
		itsNumber: "号码",
		namedCalls: "指定叫号",
	},
	en: {
		issued: "Issued",
		served: "Served",
		waitingTickets: "Waiting",
		beingServed: "Being served",
		noShows: "No-shows",
		countersOpen: "Counters open",
		meanWait: "Average wait",
		itsNumber: "Number",
		namedCalls: "Named calls",
	},
} as const;
