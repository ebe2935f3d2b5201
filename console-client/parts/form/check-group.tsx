import { Checkbox } from "antd";
import type { ComponentProps } from "react";

type GroupProps = ComponentProps<typeof Checkbox.Group<string>>;

/** Several of some, as a field of a form. That one is needed the form's mark says: a group of boxes is never `aria-required`. */
export function CheckGroup({ "aria-required": _, ...props }: GroupProps & { readonly "aria-required"?: unknown }) {
	return <Checkbox.Group<string> {...props} />;
}
