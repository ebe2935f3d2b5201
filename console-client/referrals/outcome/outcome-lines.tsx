import { Button, Form, Input, InputNumber } from "antd";
import { WRITTEN_NUMBER_MAX_CHARS } from "../../../schema/limits.ts";
import { type PlainWord, useWords } from "../../words/words.ts";

const YUAN_MAX = 1e12;

/** Accounts opened and products sold, line by line; below `accounts` and `sold` in the form's values. */
export function OutcomeLines() {
	const { t } = useWords();
	return (
		<>
			<Lines name="accounts" legend="outcomeAccounts" first={["kind", "outcomeAccountKind"]}>
				{(index) => (
					<Form.Item name={[index, "number"]}>
						<Input
							placeholder={t("kindAccount")}
							aria-label={t("kindAccount")}
							maxLength={WRITTEN_NUMBER_MAX_CHARS}
							autoComplete="off"
						/>
					</Form.Item>
				)}
			</Lines>
			<Lines name="sold" legend="outcomeSold" first={["product", "outcomeProduct"]}>
				{(index) => (
					<Form.Item name={[index, "amountYuan"]} rules={[{ required: true, message: t("requiredField") }]}>
						<InputNumber
							placeholder={t("outcomeAmount")}
							aria-label={t("outcomeAmount")}
							min={0}
							max={YUAN_MAX}
							precision={2}
						/>
					</Form.Item>
				)}
			</Lines>
		</>
	);
}

function Lines(props: {
	readonly name: string;
	readonly legend: PlainWord;
	readonly first: readonly [field: string, word: PlainWord];
	readonly children: (index: number) => React.ReactNode;
}) {
	const { t } = useWords();
	const [field, word] = props.first;
	return (
		<Form.List name={props.name}>
			{(fields, { add, remove }) => (
				<fieldset className="roles">
					<legend>{t(props.legend)}</legend>
					{fields.map(({ key, name }) => (
						<div className="role-row" key={key}>
							<Form.Item name={[name, field]} rules={[{ required: true, message: t("requiredField") }]}>
								<Input placeholder={t(word)} aria-label={t(word)} maxLength={40} autoComplete="off" />
							</Form.Item>
							{props.children(name)}
							<Button onClick={() => remove(name)}>{t("roleRemove")}</Button>
						</div>
					))}
					<Button onClick={() => add({})}>{t("outcomeAdd")}</Button>
				</fieldset>
			)}
		</Form.List>
	);
}
