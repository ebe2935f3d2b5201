import { useWords } from "../words/words.ts";

/** One screen: its name opens it in the page's language, the links beside it in either. */
export function ScreenRow(props: {
	readonly name: string;
	readonly text: string;
	readonly address: string;
	/** Whether the screen speaks two languages. */
	readonly languages?: boolean;
}) {
	const { t, locale } = useWords();
	const { name, text, address } = props;
	const inLanguage = (language: string) => (props.languages ? `${address}&lang=${language}` : address);
	return (
		<li className="screen-row">
			<a className="screen-name" href={inLanguage(locale)} target="_blank" rel="noopener">
				<strong>{name}</strong>
				<small>{text}</small>
			</a>
			{props.languages && (
				<>
					<a
						className="screen-language"
						href={inLanguage("zh")}
						target="_blank"
						rel="noopener"
						aria-label={`${name} ${t("openIn")}`}
					>
						中
					</a>
					<a
						className="screen-language"
						href={inLanguage("en")}
						target="_blank"
						rel="noopener"
						aria-label={`${name} ${t("openInEnglish")}`}
					>
						EN
					</a>
				</>
			)}
		</li>
	);
}
