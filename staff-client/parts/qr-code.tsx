import { useMemo } from "react";
import { encode } from "uqr";

/** A square code of dark modules on white, also in the dark: readers need the contrast that way round. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
	const { size, path } = useMemo(() => {
		const code = encode(text, { ecc: "M", border: 2 });
		const modules = code.data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
		return { size: code.size, path: modules.join("") };
	}, [text]);
	return (
		<svg
			className="qr"
			data-address={text}
			viewBox={`0 0 ${size} ${size}`}
			role="img"
			aria-label={label}
			shapeRendering="crispEdges"
		>
			<rect width={size} height={size} fill="#fff" />
			<path d={path} fill="#000" />
		</svg>
	);
}
