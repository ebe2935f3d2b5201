/** Drawn on 48 by 48, in lines; one for each service that banks have everywhere. */
const SHAPES: Readonly<Record<string, string>> = {
	cash: "M5 13h38v22H5zM24 18a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM10 24h2m24 0h2",
	"large-cash": "M5 9h38v18H5zM24 13a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM5 33h38M5 39h38",
	"bill-payment": "M12 5h24v38l-6-4-6 4-6-4-6 4zM18 15h12M18 22h12M18 29h7",
	transfer: "M6 17h34l-8-8M42 31H8l8 8",
	"foreign-exchange": "M24 5a19 19 0 1 0 0 38 19 19 0 0 0 0-38zM5 24h38M24 5c-11 11-11 27 0 38M24 5c11 11 11 27 0 38",
	"account-opening": "M4 11h40v26H4zM4 19h40M10 30h10",
	"loss-report": "M24 6 4 41h40zM24 18v11M24 34v2",
	wealth: "M6 6v36h36M13 31l9-9 6 6 12-14M32 14h8v8",
	loan: "M5 24 24 7l19 17M11 20v22h26V20M24 26v10M19 31h10",
	corporate: "M9 43V7h20v36M29 19h11v24M5 43h38M15 15h8M15 23h8M15 31h8",
};
const OTHER = "M8 12h3M18 12h22M8 24h3M18 24h22M8 36h3M18 36h22";

/** The picture of a service, for those who read little or no Chinese. Its name stands beside it, so screen readers skip the picture. */
export function ServiceIcon({ id }: { id: string }) {
	return (
		<svg class="service-icon" viewBox="0 0 48 48" aria-hidden="true">
			<path
				d={SHAPES[id] ?? OTHER}
				fill="none"
				stroke="currentColor"
				stroke-width="3"
				stroke-linecap="round"
				stroke-linejoin="round"
			/>
		</svg>
	);
}
