/**
 * Puts the part of a table that scrolls sideways within the keyboard's reach, and says what it is: as the `ref` of a table with
 * `scroll`, whose cells may hold nothing that takes the focus.
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
