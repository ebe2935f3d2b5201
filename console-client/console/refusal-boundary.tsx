import { Component, type ReactNode } from "react";
import { Refusal } from "../../react-kit/data/refusal.ts";
import { DeniedPage } from "../parts/denied-page.tsx";

type State = { readonly error: unknown };

/** Whatever view is refused as a whole gives its place to the page that says which right is missing. */
export class RefusalBoundary extends Component<{ readonly children: ReactNode }, State> {
	override state: State = { error: null };

	static getDerivedStateFromError(error: unknown): State {
		return { error };
	}

	override render(): ReactNode {
		const { error } = this.state;
		if (error === null) return this.props.children;
		if (error instanceof Refusal) return <DeniedPage denial={error} />;
		throw error;
	}
}
