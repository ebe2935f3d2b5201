/** Puts the parameters into a text. */
export type Fill = (text: string, params?: Readonly<Record<string, string | number>>) => string;

/** Puts in each value as it is: `{{name}}` is replaced by the parameter of that name. */
export const fillIn: Fill = (text, params) => text.replace(/{{(\w+)}}/g, (_, name: string) => String(params?.[name]));

/** `{{count:counter|counters}}` is the first for one, the second for any other number. */
const ONE_OR_MANY = /{{(\w+):([^|}]*)\|([^}]*)}}/g;
const WITH_BLANKS = /( ?){{(\w+)}}( ?)/g;
const CHINESE = /^[\u3000-\u9fff\uff00-\uffef]/;

/** As `fillIn`; also chooses singular or plural, and drops the blank before or after a value where Chinese stands on both sides of it. */
export const fillWell: Fill = (text, params) =>
	text
		.replace(ONE_OR_MANY, (_, name: string, one: string, many: string) => (params?.[name] === 1 ? one : many))
		.replace(WITH_BLANKS, (all, before: string, name: string, after: string, at: number, whole: string) => {
			const value = String(params?.[name]);
			const blank = (sign: string, left: string | undefined, right: string | undefined) =>
				CHINESE.test(left ?? "") && CHINESE.test(right ?? "") ? "" : sign;
			const end = at + all.length;
			return blank(before, whole[at - 1], value[0]) + value + blank(after, value[value.length - 1], whole[end]);
		});
