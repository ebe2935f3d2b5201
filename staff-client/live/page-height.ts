/** Browsers that do not know `dvh` count the room under a phone's bars as part of the page: they are told what is left. */
export function keepPageHeight(): void {
	if (CSS.supports("height", "1dvh")) return;
	const measure = () => document.documentElement.style.setProperty("--vh", `${innerHeight / 100}px`);
	addEventListener("resize", measure);
	measure();
}
