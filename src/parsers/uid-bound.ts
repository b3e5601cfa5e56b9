import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf, shareOf } from './lines.ts';

const setting = /^SYS_UID_MAX\s+(\d+)\s*$/;
const loginDefs = /^(?:(?:SYS_|SUB_)?[UG]ID_(?:MIN|MAX|COUNT)|UMASK|PASS_(?:MAX|MIN|WARN)_\w+|ENCRYPT_METHOD|MAIL_DIR)\s/;

/** The highest uid of a system user: the bare number of pkg-config, or SYS_UID_MAX of login.defs. */
export const uidBoundParser = factParser({
	format: 'uid-bound',
	namespace: 'uidBound',
	facts: { systemMax: ['int', 'Users up to this uid count as system users for systemd'] },
	resemblance: (text) => {
		if (/^\s*\d{3,5}\s*$/.test(text)) return 0.4;
		const settings = firstLinesOf(text).filter((line) => !/^\s*#/.test(line.text));
		const share = shareOf(settings, (line) => loginDefs.test(line));
		return share > 0.2 ? 0.5 + share / 2 : 0;
	},
	read: ({ text }) => {
		const lines = linesOf(text);
		const bare = /^\s*(\d{1,10})\s*$/.exec(text)?.[1];
		const line =
			bare === undefined ? lines.findLast((each) => setting.test(each.text)) : lines.find((each) => each.text.includes(bare));
		const found = bare ?? setting.exec(line?.text ?? '')?.[1];
		return { facts: { systemMax: line && found !== undefined ? reading(Number(found), [line.number]) : undefined } };
	},
});
