/**
 * Lets the keyboard reach the part of a table that may scroll sideways, and names it for screen readers. Give it as the `ref` of
 * the table: its cells may hold nothing that takes the focus, and then nothing else in it could be reached.
 */
export function reachableByKey(label: string) {
	return (table: { readonly nativeElement: HTMLElement } | null): void => {
		const body = table?.nativeElement.querySelector(":scope .ant-table-body, :scope .ant-table-content");
		if (body == null) return;
		body.setAttribute("tabindex", "0");
		body.setAttribute("role", "group");
		body.setAttribute("aria-label", label);
	};
}
