import { useDeferredValue, useEffect, useState } from "react";
import type { Strength } from "../client-kit/session/password-strength.ts";
import { type Estimate, loadEstimate } from "../client-kit/session/strength-later.ts";

/** How soon what is being typed would be guessed, and what to do about it; without the estimate the server judges alone. */
export function PasswordStrength(props: {
	readonly password: string;
	readonly ownWords: readonly string[];
	readonly t: (word: Strength["level"] | Strength["advice"]) => string;
}) {
	const { t } = props;
	const password = useDeferredValue(props.password);
	const [loaded, setLoaded] = useState<{ readonly estimate: Estimate | null }>({ estimate: null });
	const isTyping = password !== "";
	useEffect(() => {
		if (isTyping) void loadEstimate().then((estimate) => setLoaded({ estimate }));
	}, [isTyping]);
	const strength = isTyping ? (loaded.estimate?.(password, props.ownWords) ?? null) : null;
	return (
		<div className="strength" role="status" data-level={strength?.level}>
			<span className="strength-bar" aria-hidden="true">
				<i />
				<i />
				<i />
			</span>
			{strength !== null && (
				<span>
					<strong>{t(strength.level)}</strong> {t(strength.advice)}
				</span>
			)}
		</div>
	);
}
