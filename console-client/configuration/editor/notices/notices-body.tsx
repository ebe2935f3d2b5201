import "./notices.css";
import { Button } from "antd";
import { useState } from "react";
import type { Notice, Notices } from "../../../../schema/hall/notice.ts";
import { dayOf } from "../../../parts/moment.ts";
import { useNow } from "../../../parts/use-now.ts";
import { useWords } from "../../../words/words.ts";
import { useThings } from "../../labels/use-things.ts";
import { type EditorBodyProps, lockedIn } from "../editor-body.ts";
import { NoticeCard } from "./notice-card.tsx";

const LOOK_AT_CLOCK_EVERY_MS = 60_000;
const ID_CHARS = 8;
const ZONES = { section: "counters", list: "zones" } as const;
const NO_TEXT = { zh: "", en: "" };

/** Notices as the screens show them, each changed, ended or taken out where it stands. */
export default function NoticesBody({ at, value, onChange, onSubmit, children }: EditorBodyProps) {
	const { notices } = value as Notices;
	const { t } = useWords();
	const [open, setOpen] = useState<string | null>(null);
	const zones = useThings(at.nodeId, ZONES);
	const today = dayOf(useNow(LOOK_AT_CLOCK_EVERY_MS));
	const locked = lockedIn(at);
	const isLocked = (id: string) => locked.has("notices") || locked.has(`notices.${id}`);
	const tell = (next: Notice[]) => onChange({ notices: next });
	const add = () => {
		// Nobody reads the code: it only tells one notice from another.
		const id = `notice-${crypto.randomUUID().slice(0, ID_CHARS)}`;
		tell([...notices, { id, title: NO_TEXT, text: NO_TEXT, from: today }]);
		setOpen(id);
	};
	return (
		<form
			className="notices"
			onSubmit={(event) => {
				event.preventDefault();
				onSubmit();
			}}
		>
			<p className="soft">{t(notices.length === 0 ? "noticesNone" : "noticesHint")}</p>
			<ul className="notice-list">
				{notices.map((notice, at) => (
					<li key={notice.id}>
						<NoticeCard
							notice={notice}
							zones={zones}
							today={today}
							isLocked={isLocked(notice.id)}
							isOpen={open === notice.id}
							onOpen={(isOpen) => setOpen(isOpen ? notice.id : null)}
							onChange={(next) => tell(notices.map((each, place) => (place === at ? next : each)))}
							onTakeOut={() => tell(notices.filter((_, place) => place !== at))}
						/>
					</li>
				))}
			</ul>
			<div className="view-acts">
				<Button onClick={add} disabled={locked.has("notices")}>
					{t("noticeAdd")}
				</Button>
			</div>
			{children}
		</form>
	);
}
