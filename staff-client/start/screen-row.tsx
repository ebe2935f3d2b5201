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
			<a className="lines grow" href={inLanguage(locale)} target="_blank" rel="noopener">
				<strong>{name}</strong>
				<small>{text}</small>
			</a>
			{props.languages && (
				<>
					<InLanguage name={name} language="zh-CN" word={t("openIn")} href={inLanguage("zh")} />
					<InLanguage name={name} language="en" word={t("openInEnglish")} href={inLanguage("en")} />
				</>
			)}
		</li>
	);
}

/** The language as it calls itself; whoever hears it hears of which screen as well. */
function InLanguage(props: {
	readonly name: string;
	readonly language: string;
	readonly word: string;
	readonly href: string;
}) {
	const { name, language, word, href } = props;
	return (
		<a className="line quiet link" href={href} target="_blank" rel="noopener" aria-label={`${name} ${word}`}>
			<span lang={language}>{word}</span>
		</a>
	);
}
