/** After signing out: nothing that was read stays on the page. */
export function leave(): void {
	sessionStorage.clear();
	location.assign(location.pathname);
}
