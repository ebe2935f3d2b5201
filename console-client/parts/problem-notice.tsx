import { Alert, Button } from "antd";
import { RIGHT_NAMES } from "../../client-kit/words/right-names.ts";
import type { Refusal } from "../../react-kit/data/refusal.ts";
import { whomToAsk } from "../../rules/holding.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { rightNeeded } from "../access/right-needed.ts";
import { useWords } from "../words/words.ts";
import { inLanguage } from "./in-language.ts";

/**
 * Every refusal in the console is shown by this notice: what went wrong and what to do next in the reader's language, for a missing
 * right also whom to ask, and the request id for whoever looks into it.
 */
export function ProblemNotice(props: {
	readonly refusal: Refusal;
	readonly onRetry?: (() => void) | undefined;
	/** Offered after a conflict: loads what is there now. */
	readonly onLoadNewest?: (() => void) | undefined;
}) {
	const { refusal, onRetry, onLoadNewest } = props;
	const { t, locale } = useWords();
	const { problem } = refusal;
	const conflict = problem.code === "changed-since-read" && onLoadNewest !== undefined;
	const retry = onRetry !== undefined && !refusal.isDenied();
	return (
		<Alert
			type={conflict ? "warning" : "error"}
			showIcon={false}
			className="problem"
			role="alert"
			title={locale === "zh" ? problem.title : problem.titleEn}
			description={
				<>
					{conflict && <p>{t("conflictText")}</p>}
					{problem.code === "section-unfit" && problem.detail !== undefined && (
						<p>{inLanguage(problem.detail, locale)}</p>
					)}
					{refusal.isDenied() && <Denial refusal={refusal} />}
					{problem.errors?.map((error) => (
						<p key={error.path}>{t("fieldRefused", { path: error.path })}</p>
					))}
					<RequestId requestId={problem.requestId} />
				</>
			}
			action={
				conflict ? (
					<Button onClick={onLoadNewest}>{t("conflictLoad")}</Button>
				) : (
					retry && <Button onClick={onRetry}>{t("tryAgain")}</Button>
				)
			}
		/>
	);
}

/** Says that the page itself refuses something, before anything is sent. */
export function RefusedText({ text }: { readonly text: string }) {
	return <Alert type="error" showIcon={false} className="problem" role="alert" title={text} />;
}

function Denial({ refusal }: { readonly refusal: Refusal }) {
	const { t, name } = useWords();
	const right = rightNeeded(refusal.endpoint);
	const helper = whomToAsk(right, refusal.problem.code);
	return (
		<p>
			{right !== null && `${t("deniedRight", { right: name(RIGHT_NAMES[right]) })} `}
			{t("deniedAsk", { helper: name(ROLE_NAMES[helper]) })}
		</p>
	);
}

export function RequestId(props: { readonly requestId: string | undefined; readonly both?: boolean }) {
	const { requestId, both = false } = props;
	const { t, tIn, locale } = useWords();
	if (requestId === undefined) return null;
	return (
		<p className="request-id">
			{t("requestId")} {both && `${tIn(locale === "zh" ? "en" : "zh", "requestId")} `}
			<code>{requestId}</code>
		</p>
	);
}
