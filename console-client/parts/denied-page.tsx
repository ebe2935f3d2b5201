import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { pick } from "../../client-kit/language/i18n.ts";
import { RIGHT_NAMES } from "../../client-kit/words/right-names.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { rolesWithRight, whomToAsk } from "../../rules/holding.ts";
import type { Right } from "../../rules/permission.ts";
import type { EndpointName } from "../../schema/endpoint/api.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { rightNeeded } from "../access/right-needed.ts";
import { useWords } from "../words/words.ts";
import { RequestId } from "./problem-notice.tsx";

/** Which call was refused, or would be, and with which problem. */
type Denial = {
	readonly endpoint: EndpointName;
	readonly problem: Pick<ClientProblem, "code" | "requestId">;
	/** The missing right, where it is another than the endpoint's own. */
	readonly right?: Right;
};

/** Stands in place of a view that was refused. It is in both languages: whoever is asked for help may read the other one. */
export function DeniedPage({ denial }: { readonly denial: Denial }) {
	const { locale } = useWords();
	const other = locale === "zh" ? "en" : "zh";
	return (
		<section className="denied" aria-labelledby="denied-title">
			<Icon name="lock" />
			<DenialIn language={locale} denial={denial} main />
			<DenialIn language={other} denial={denial} />
			<RequestId requestId={denial.problem.requestId} both />
		</section>
	);
}

function DenialIn(props: { readonly language: "zh" | "en"; readonly denial: Denial; readonly main?: boolean }) {
	const { language, denial, main = false } = props;
	const { tIn } = useWords();
	const right = denial.right ?? rightNeeded(denial.endpoint);
	const helper = whomToAsk(right, denial.problem.code);
	return (
		<div lang={language === "zh" ? "zh-CN" : "en"} className={main ? undefined : "denied-other"}>
			{main ? <h1 id="denied-title">{tIn(language, "deniedTitle")}</h1> : <p>{tIn(language, "deniedTitle")}</p>}
			{denial.problem.code === "wrong-place" && <p>{tIn(language, "deniedPlace")}</p>}
			{right !== null && <p>{tIn(language, "deniedRight", { right: pick(RIGHT_NAMES[right], language) })}</p>}
			<p className="denied-ask">{tIn(language, "deniedAsk", { helper: pick(ROLE_NAMES[helper], language) })}</p>
			{right !== null && <Holders right={right} language={language} />}
		</div>
	);
}

function Holders({ right, language }: { readonly right: Right; readonly language: "zh" | "en" }) {
	const { tIn } = useWords();
	const roles = rolesWithRight(right).map((role) => pick(ROLE_NAMES[role], language));
	return <p className="soft">{tIn(language, "deniedRoles", { roles: roles.join(language === "zh" ? "、" : ", ") })}</p>;
}
