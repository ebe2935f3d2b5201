import type { Services } from "../../../schema/configuration/services/services.ts";
import { useWords } from "../../words/words.ts";
import { fieldLabel } from "../labels/section-labels.ts";
import { FlagCell, MinutesCell, NameCell, TextCell } from "./cells.tsx";
import { EditTable } from "./edit-table.tsx";
import { type EditorBodyProps, lockedIn } from "./editor-body.ts";

type Service = Services["services"][number];

const MINUTE_MS = 60_000;
const FRESH: Service = {
	id: "",
	name: { zh: "", en: "" },
	series: "A",
	targetWaitMs: 15 * MINUTE_MS,
	usualServiceMs: 5 * MINUTE_MS,
	smartCounterCan: false,
	onKiosk: true,
};

/** Services and their series, a row each. */
export default function ServicesBody({ at, value, onChange, onSubmit, children }: EditorBodyProps) {
	const { services } = value as Services;
	const { name } = useWords();
	const locked = lockedIn(at);
	const title = (part: keyof Service) => name(fieldLabel("services", `services.${part}`));
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				onSubmit();
			}}
		>
			<EditTable<Service>
				title={name(fieldLabel("services", "services"))}
				rows={services}
				fresh={FRESH}
				locked={(id) => locked.has("services") || locked.has(`services.${id}`)}
				onChange={(next) => onChange({ services: next })}
				columns={[
					{
						title: title("id"),
						cell: ({ id }, change, label) => (
							<TextCell label={label} value={id} onChange={(next) => change({ id: next })} />
						),
					},
					{
						title: title("name"),
						cell: (row, change, label) => (
							<NameCell label={label} value={row.name} onChange={(next) => change({ name: next })} />
						),
					},
					{
						title: title("series"),
						cell: ({ series }, change, label) => (
							<TextCell label={label} value={series} onChange={(next) => change({ series: next })} />
						),
					},
					...(["targetWaitMs", "usualServiceMs"] as const).map((part) => ({
						title: title(part),
						cell: (row: Service, change: (change: Partial<Service>) => void, label: string) => (
							<MinutesCell label={label} value={row[part]} onChange={(next) => change({ [part]: next })} />
						),
					})),
					...(["smartCounterCan", "onKiosk"] as const).map((part) => ({
						title: title(part),
						cell: (row: Service, change: (change: Partial<Service>) => void, label: string) => (
							<FlagCell label={label} value={row[part]} onChange={(next) => change({ [part]: next })} />
						),
					})),
				]}
			/>
			{children}
		</form>
	);
}
