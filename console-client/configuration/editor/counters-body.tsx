import type { Counters } from "../../../schema/configuration/counters/counters.ts";
import { CounterKind } from "../../../schema/hall/configuration.ts";
import { useWords } from "../../words/words.ts";
import { fieldLabel } from "../labels/section-labels.ts";
import { useThings } from "../labels/use-things.ts";
import { type Choice, ChoiceCell, ChoicesCell, FlagCell, NameCell, TextCell } from "./cells.tsx";
import { type EditColumn, EditTable } from "./edit-table.tsx";
import { type EditorBodyProps, lockedIn } from "./editor-body.ts";

type Counter = Counters["counters"][number];
type Mode = Counter["modes"][number];
type Zone = Counters["zones"][number];

const NO_NAME = { zh: "", en: "" };
/** By which counters are told what they do. */
const SERVICES = { section: "services", list: "services" } as const;

/** Counters with their modes, and zones, a row each. */
export default function CountersBody({ at, value, onChange, onSubmit, children }: EditorBodyProps) {
	const counters = value as Counters;
	const { name } = useWords();
	const locked = lockedIn(at);
	const services = useThings(at.nodeId, SERVICES).map((each): Choice => ({ value: each.id, label: name(each.name) }));
	const title = (part: string) => name(fieldLabel("counters", part));
	const zones = counters.zones.map((each): Choice => ({ value: each.id, label: name(each.name) }));
	const code = <Row extends { readonly id: string }>(list: string): EditColumn<Row> => ({
		title: title(`${list}.id`),
		cell: ({ id }, change, label) => (
			<TextCell label={label} value={id} onChange={(next) => change({ id: next } as Partial<Row>)} />
		),
	});
	const freshMode: Mode = { id: "", name: NO_NAME, kind: "closed", services: [] };
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				onSubmit();
			}}
		>
			<EditTable<Counter>
				title={title("counters")}
				rows={counters.counters}
				fresh={{ id: "", label: NO_NAME, zone: counters.zones[0]?.id ?? "", modes: [freshMode] }}
				locked={(id) => locked.has("counters") || locked.has(`counters.${id}`)}
				onChange={(next) => onChange({ ...counters, counters: next })}
				columns={[
					code("counters"),
					{
						title: title("counters.label"),
						cell: (row, change, label) => (
							<NameCell label={label} value={row.label} onChange={(next) => change({ label: next })} />
						),
					},
					{
						title: title("counters.zone"),
						cell: ({ zone }, change, label) => (
							<ChoiceCell label={label} value={zone} of={zones} onChange={(next) => change({ zone: next })} />
						),
					},
				]}
				below={(row, change) => (
					<Modes
						of={row}
						services={services}
						fresh={freshMode}
						code={code("modes")}
						locked={locked.has("counters") || locked.has(`counters.${row.id}`)}
						onChange={(modes) => change({ modes })}
					/>
				)}
			/>
			<Zones
				zones={counters.zones}
				code={code("zones")}
				locked={locked}
				onChange={(next) => onChange({ ...counters, zones: next })}
			/>
			{children}
		</form>
	);
}

function Zones(props: {
	readonly zones: readonly Zone[];
	readonly code: EditColumn<Zone>;
	readonly locked: ReadonlySet<string>;
	readonly onChange: (zones: Zone[]) => void;
}) {
	const { locked } = props;
	const { name } = useWords();
	const title = (part: string) => name(fieldLabel("counters", part));
	return (
		<EditTable<Zone>
			title={title("zones")}
			rows={props.zones}
			fresh={{ id: "", name: NO_NAME, announcesCalls: true }}
			locked={(id) => locked.has("zones") || locked.has(`zones.${id}`)}
			onChange={props.onChange}
			columns={[
				props.code,
				{
					title: title("zones.name"),
					cell: (row, change, label) => (
						<NameCell label={label} value={row.name} onChange={(next) => change({ name: next })} />
					),
				},
				{
					title: title("zones.announcesCalls"),
					cell: ({ announcesCalls }, change, label) => (
						<FlagCell label={label} value={announcesCalls} onChange={(next) => change({ announcesCalls: next })} />
					),
				},
			]}
		/>
	);
}

function Modes(props: {
	readonly of: Counter;
	readonly services: readonly Choice[];
	readonly fresh: Mode;
	readonly code: EditColumn<Mode>;
	readonly locked: boolean;
	readonly onChange: (modes: Mode[]) => void;
}) {
	const { of, services, locked } = props;
	const { name } = useWords();
	const title = (part: string) => name(fieldLabel("counters", part));
	const kinds = CounterKind.options.map((kind): Choice => ({ value: kind, label: title(`kind.${kind}`) }));
	return (
		<EditTable<Mode>
			title={`${name(of.label)} · ${title("counters.modes")}`}
			rows={of.modes}
			fresh={props.fresh}
			locked={() => locked}
			onChange={props.onChange}
			columns={[
				props.code,
				{
					title: title("modes.name"),
					cell: (row, change, label) => (
						<NameCell label={label} value={row.name} onChange={(next) => change({ name: next })} />
					),
				},
				{
					title: title("modes.kind"),
					cell: ({ kind }, change, label) => (
						<ChoiceCell
							label={label}
							value={kind}
							of={kinds}
							onChange={(next) => change({ kind: CounterKind.parse(next) })}
						/>
					),
				},
				{
					title: title("modes.services"),
					cell: (row, change, label) => (
						<ChoicesCell
							label={`${of.id} ${label}`}
							value={row.services}
							of={services}
							onChange={(next) => change({ services: [...next] })}
						/>
					),
				},
			]}
		/>
	);
}
