/** How soon a password would be guessed, and what to do about it. */
export const strengthWords = {
	zh: {
		strengthWeak: "弱，容易被猜到。",
		strengthFair: "可以。",
		strengthStrong: "强。",
		strengthOwn: "请去掉本人的工号、姓名和网点，同事一猜就中。",
		strengthCommon: "很多人用这个词：请换成三四个互不相干的词。",
		strengthPattern: "请去掉连续、重复的字符和日期，换成三四个互不相干的词。",
		strengthLonger: "请再长一些：至少 10 位，三四个互不相干的词最好记。",
		strengthMore: "再加一个不相干的词会更好。",
		strengthDone: "请牢记，不要写在纸上，不要用在别处。",
	},
	en: {
		strengthWeak: "Weak: easily guessed.",
		strengthFair: "Good enough.",
		strengthStrong: "Strong.",
		strengthOwn: "Leave out your staff number, name and branch: colleagues try those first.",
		strengthCommon: "Many people use this word: choose three or four words that do not belong together.",
		strengthPattern: "Leave out sequences, repeats and dates: choose three or four words that do not belong together.",
		strengthLonger: "Make it longer: at least 10 characters; three or four words are the easiest to remember.",
		strengthMore: "One more word would make it better.",
		strengthDone: "Remember it, do not write it down, and use it nowhere else.",
	},
} as const;
