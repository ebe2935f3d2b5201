import { Spin } from "antd";
import type { ReactNode } from "react";
import type { Refusal } from "../../react-kit/data/refusal.ts";
import { useWords } from "../words/words.ts";
import { ProblemNotice } from "./problem-notice.tsx";

/**
 * What a view shows while it has no data: that it is reading, or what went wrong. When the right is missing, the refusal is thrown
 * to the frame around all views, which shows `DeniedPage` in place of the view.
 */
export function Reading(props: {
	readonly read: { readonly error: Refusal | null; readonly refetch: () => unknown };
	/** This is only a part of a view: a refusal is shown here, and the rest of the view stays. */
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
