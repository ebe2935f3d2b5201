import type { ReactNode } from "react";
import { FormDialog } from "./form-dialog.tsx";

/** Asks once before something that cannot be taken back. Its button shows that it waits for the server's answer. */
export function ConfirmDialog(props: {
	readonly title: string;
	readonly submitText: string;
	readonly danger?: boolean;
	readonly onSubmit: () => Promise<unknown>;
	readonly onClose: () => void;
	readonly onLoadNewest?: () => void;
	readonly children?: ReactNode;
}) {
	return <FormDialog<object> {...props}>{props.children}</FormDialog>;
}
