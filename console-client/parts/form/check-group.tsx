import { Checkbox } from "antd";
import type { ComponentProps } from "react";

type GroupProps = ComponentProps<typeof Checkbox.Group<string>>;

/**
 * Check boxes as one field of a form. It drops `aria-required`, which a group of boxes may not have; the form's own mark says
 * that one is needed.
 */
export function CheckGroup({ "aria-required": _, ...props }: GroupProps & { readonly "aria-required"?: unknown }) {
	return <Checkbox.Group<string> {...props} />;
}
