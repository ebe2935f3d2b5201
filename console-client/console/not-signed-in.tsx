import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { call } from "../../client-kit/call/call.ts";
import { DEMO } from "../../rules/routes/demo.ts";
import type { Role } from "../../schema/actor.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { useWords } from "../words/words.ts";
import { LookButtons } from "./frame-head.tsx";

const BANK_ROLES = ["head-office-operator", "auditor", "human-resources", "retail-department"] as const;
const BRANCH_ROLES = ["branch-head", "lobby-manager", "relationship-manager"] as const;

/** Nobody is signed in: the way to the sign-in page, and in the demo a choice of who to be. */
export function NotSignedIn() {
	const { t } = useWords();
	const demo = useQuery({ queryKey: [DEMO.name], queryFn: () => call(DEMO, {}, null) });
	const branches = demo.data?.ok ? demo.data.value.branches : null;
	const back = encodeURIComponent(location.pathname + location.hash);
	return (
		<main className="alone">
			<div className="alone-looks">
				<LookButtons />
			</div>
			<h1>{t("notSignedInTitle")}</h1>
			<p>{t("notSignedInText")}</p>
			<Button type="primary" size="large" href={`/sign-in/?next=${back}`}>
				{t("toSignIn")}
			</Button>
			{branches !== null && <DemoDoor branches={branches} />}
		</main>
	);
}

function DemoDoor(props: {
	readonly branches: readonly {
		readonly branchId: string;
		readonly name: { readonly zh: string; readonly en: string };
	}[];
}) {
	const { t, name } = useWords();
	return (
		<section className="demo-door">
			<h2>{t("demoTitle")}</h2>
			<p>{t("demoText")}</p>
			<h3>{t("headOffice")}</h3>
			<RoleLinks roles={BANK_ROLES} />
			{props.branches.map((branch) => (
				<div key={branch.branchId}>
					<h3>{name(branch.name)}</h3>
					<RoleLinks roles={BRANCH_ROLES} branchId={branch.branchId} />
				</div>
			))}
		</section>
	);
}

function RoleLinks({ roles, branchId }: { readonly roles: readonly Role[]; readonly branchId?: string }) {
	const { name } = useWords();
	return (
		<ul className="role-links">
			{roles.map((role) => (
				<li key={role}>
					<a
						className="role-link"
						href={`?${new URLSearchParams({ as: role, ...(branchId && { branch: branchId }) })}`}
					>
						{name(ROLE_NAMES[role])}
					</a>
				</li>
			))}
		</ul>
	);
}
