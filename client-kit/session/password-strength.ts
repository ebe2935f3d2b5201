import { type MatchExtended, ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS } from "../../rules/secret.ts";

/** How strong it is, and what to do about it, by the names of the words that say so. */
export type Strength =
	| { readonly level: "strengthWeak"; readonly advice: Shortcoming }
	| { readonly level: "strengthFair"; readonly advice: "strengthMore" }
	| { readonly level: "strengthStrong"; readonly advice: "strengthDone" };
type Shortcoming = "strengthOwn" | "strengthCommon" | "strengthPattern" | "strengthLonger";

/** Guesses, as powers of ten: below the first the server most often refuses, from the second on nobody guesses in years. */
const FAIR_LOG10 = 10.8;
const STRONG_LOG10 = 13;
/** The estimate takes any sign for one of ten; a Chinese character is one of hundreds. */
const HAN_MORE_LOG10 = 1.7;
const OWN_MIN_CHARS = 2;

const INITIALS = ",b,p,m,f,d,t,n,l,g,k,h,j,q,x,zh,ch,sh,r,z,c,s,y,w".split(",");
const FINALS =
	"a,ai,an,ang,ao,e,ei,en,eng,er,i,ia,ian,iang,iao,ie,in,ing,iong,iu,ong,ou,u,ua,uai,uan,uang,ui,un,uo,v".split(",");
/** What names and places sound like in Latin letters; a guesser puts them together. */
const pinyin = INITIALS.flatMap((initial) => FINALS.map((final) => `${initial}${final}`)).filter(
	(syllable) => syllable.length > 1,
);

const estimator = new ZxcvbnFactory({
	dictionary: { ...dictionary, pinyin },
	graphs: adjacencyGraphs,
	maxLength: PASSWORD_MAX_CHARS,
});

/** How soon a password would be guessed by somebody who knows these words about its owner, and what to do about it. */
export function strengthOf(password: string, ownWords: readonly string[]): Strength {
	const text = password.normalize("NFKC").toLowerCase();
	const own = ownWords.map((word) => word.toLowerCase()).filter((word) => word.length >= OWN_MIN_CHARS);
	const bare = text.replaceAll(/[^\p{L}\p{N}]/gu, "");
	if (own.some((word) => text.includes(word) || bare.includes(word.replaceAll(/[^\p{L}\p{N}]/gu, ""))))
		return { level: "strengthWeak", advice: "strengthOwn" };
	const { guessesLog10: counted, sequence } = estimator.check(password, own);
	const guessesLog10 = counted + HAN_MORE_LOG10 * new Set(text.match(/\p{Script=Han}/gu)).size;
	if (password.length < PASSWORD_MIN_CHARS || guessesLog10 < FAIR_LOG10)
		return { level: "strengthWeak", advice: shortcomingOf(sequence) };
	return guessesLog10 < STRONG_LOG10
		? { level: "strengthFair", advice: "strengthMore" }
		: { level: "strengthStrong", advice: "strengthDone" };
}

/** By the longest piece that a guesser knows. */
function shortcomingOf(pieces: readonly MatchExtended[]): Shortcoming {
	const known = pieces.filter(({ pattern }) => pattern !== "bruteforce" && pattern !== "separator");
	const [longest] = [...known].sort((one, other) => other.token.length - one.token.length);
	if (longest === undefined) return "strengthLonger";
	return longest.pattern === "dictionary" ? "strengthCommon" : "strengthPattern";
}
