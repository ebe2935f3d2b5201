import { GRANTED, type Right } from "../access/grants.ts";
import { rightNeeded } from "../access/right-needed.ts";
import { whomToAsk } from "../access/whom-to-ask.ts";
import type { Refusal } from "../data/refusal.ts";
import { RIGHT_WORD, ROLE_WORD } from "../words/labels.ts";
import { useWords } from "../words/words.ts";
import { Icon } from "./icon.tsx";
import { RequestId } from "./problem-notice.tsx";

/** A whole view that was refused. It says so in both languages: whoever is asked for help may read the other one. */
export function DeniedPage({ refusal }: { readonly refusal: Refusal }) {
	const { locale } = useWords();
	const other = locale === "zh" ? "en" : "zh";
	return (
		<section className="denied" aria-labelledby="denied-title">
			<Icon name="lock" />
			<DenialIn language={locale} refusal={refusal} main />
			<DenialIn language={other} refusal={refusal} />
			<RequestId refusal={refusal} both />
		</section>
	);
}

function DenialIn(props: { readonly language: "zh" | "en"; readonly refusal: Refusal; readonly main?: boolean }) {
	const { language, refusal, main = false } = props;
	const { tIn } = useWords();
	const right = rightNeeded(refusal.endpoint);
	const helper = whomToAsk(right, refusal.problem.code);
	return (
		<div lang={language === "zh" ? "zh-CN" : "en"} className={main ? undefined : "denied-other"}>
			{main ? <h1 id="denied-title">{tIn(language, "deniedTitle")}</h1> : <p>{tIn(language, "deniedTitle")}</p>}
			{refusal.problem.code === "wrong-place" && <p>{tIn(language, "deniedPlace")}</p>}
			{right !== null && <p>{tIn(language, "deniedRight", { right: tIn(language, RIGHT_WORD[right]) })}</p>}
			<p className="denied-ask">{tIn(language, "deniedAsk", { helper: tIn(language, ROLE_WORD[helper]) })}</p>
			{right !== null && <Holders right={right} language={language} />}
		</div>
	);
}

function Holders({ right, language }: { readonly right: Right; readonly language: "zh" | "en" }) {
	const { tIn } = useWords();
	const roles = GRANTED[right].map((role) => tIn(language, ROLE_WORD[role]));
	return <p className="soft">{tIn(language, "deniedRoles", { roles: roles.join(language === "zh" ? "、" : ", ") })}</p>;
}
