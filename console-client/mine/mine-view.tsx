import { nodeOf } from "../../rules/place.ts";
import type { SessionInfo } from "../../schema/people/session.ts";
import { useMe } from "../frame/me.ts";
import { ViewHead } from "../parts/view-head.tsx";
import { RoleSigns } from "../people/role-signs.tsx";
import { useWords } from "../words/words.ts";
import { MySessions } from "./my-sessions.tsx";
import { PasswordForm } from "./password-form.tsx";
import { PinForm } from "./pin-form.tsx";

/** One's own sign-ins, password, PIN and roles. */
export default function MineView() {
	const { t } = useWords();
	const { session } = useMe();
	const assignments = session.actors.flatMap((actor) =>
		actor.kind === "staff" ? [{ role: actor.role, nodeId: nodeOf(actor.place) }] : [],
	);
	return (
		<>
			<ViewHead title={t("mySessions")} text={t("mineText")} />
			<MySessions />
			<div className="panels">
				{session.method === "demo" ? <p className="panel soft">{t("demoSecrets")}</p> : <Secrets session={session} />}
				<section className="panel">
					<h2>{t("rolesTitle")}</h2>
					<RoleSigns assignments={assignments} />
				</section>
			</div>
		</>
	);
}

function Secrets({ session }: { readonly session: SessionInfo }) {
	const { t } = useWords();
	return (
		<>
			<section className="panel">
				<h2>{t("passwordTitle")}</h2>
				<p className="soft">{t("passwordText")}</p>
				<PasswordForm session={session} />
			</section>
			<section className="panel">
				<h2>{t("setPin")}</h2>
				<p className="soft">
					{t("pinText")} {t(session.hasPin ? "pinHas" : "pinHasNot")}
				</p>
				<PinForm />
			</section>
		</>
	);
}
