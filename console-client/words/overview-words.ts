/** Words of the overview of branches: what stands out, and what to do where nothing is listed. */
export const overviewWords = {
	zh: {
		overviewOver: "{{count}} 家网点今天未达标，最差的排在最前",
		overviewGood: "营业中的网点今天都达标",
		overviewClosedOver: "{{count}} 家网点今天已结束，全天未达标",
		figureOfToday: "今天已结束",
		figureOfDay: "{{day}}全天",
		figureOfBefore: "{{age}}的情况",
		overviewOverSign: "未达标",
		overviewNearSign: "接近",
		branchesNoneFound: "没有符合“{{text}}”的网点。请换一个名称或编号，或清空查找。",
		branchesNone: "还没有网点。请先在“机构”中建立网点并完成配置，开业后这里会显示它的情况。",
	},
	en: {
		overviewOver: "{{count}} {{count:branch is|branches are}} below target today, the worst first",
		overviewGood: "All open branches are within target today",
		overviewClosedOver: "{{count}} {{count:branch has|branches have}} closed for today below target",
		figureOfToday: "Today, now over",
		figureOfDay: "All of {{day}}",
		figureOfBefore: "As of {{age}}",
		overviewOverSign: "Below target",
		overviewNearSign: "Near",
		branchesNoneFound: "No branch matches “{{text}}”. Try another name or ID, or clear the search.",
		branchesNone: "There are no branches yet. Add one under “Units” and configure it; it appears here once it opens.",
	},
} as const;
