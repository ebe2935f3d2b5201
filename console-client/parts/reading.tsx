import { Spin } from "antd";
import type { ReactNode } from "react";
import type { Refusal } from "../../react-kit/data/refusal.ts";
import { useWords } from "../words/words.ts";
import { ProblemNotice } from "./problem-notice.tsx";

/**
 * What a view shows while it has nothing yet: that it reads, or what went wrong. A view that is refused as a whole is
 * thrown to the frame, which shows the page for that instead.
 */
export function Reading(props: {
	readonly read: { readonly error: Refusal | null; readonly refetch: () => unknown };
	/** A refusal of a part of a view is told in its place; of a whole view, on a page of its own. */
	readonly part?: boolean;
}) {
	const { t } = useWords();
	const { error, refetch } = props.read;
	if (error === null) return <Waiting text={t("reading")} />;
	if (error.isDenied() && !props.part) throw error;
	return <ProblemNotice refusal={error} onRetry={() => void refetch()} />;
}

export function Waiting({ text }: { readonly text: string }): ReactNode {
	return (
		<div className="waiting" role="status">
			<Spin /> {text}
		</div>
	);
}
