/** One of a few, as chips that wrap; `none` stands for no choice. */
export function Chips<Id extends string>(props: {
	readonly legend: string;
	readonly none?: string;
	readonly choices: readonly { readonly id: Id; readonly label: string }[];
	readonly value: Id | null;
	readonly onChange: (id: Id | null) => void;
	/** They say what a customer is worth to the bank: nobody near by is to read them. */
	readonly isDiscreet?: boolean;
}) {
	const { none } = props;
	return (
		<fieldset className={props.isDiscreet ? "chips discreet" : "chips"}>
			<legend>{props.legend}</legend>
			{[...(none === undefined ? [] : [{ id: null, label: none }]), ...props.choices].map((choice) => (
				<label key={choice.id ?? ""} className="chip">
					<input
						type="radio"
						name={props.legend}
						checked={props.value === choice.id}
						onChange={() => props.onChange(choice.id)}
					/>
					<span>{choice.label}</span>
				</label>
			))}
		</fieldset>
	);
}
