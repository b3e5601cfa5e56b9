import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf } from './lines.ts';

const property = /^RemoveIPC=(yes|no)$/;
const busAnswer = /^b (true|false)$/;

/** What the running systemd-logind does, as opposed to what its files say. */
export const logindLiveParser = factParser({
	format: 'logind-live',
	namespace: 'logindLive',
	facts: { removeIpc: ['bool', "The running logind removes a user's IPC objects at the last logout"] },
	resemblance: (text) => {
		const lines = firstLinesOf(text).filter((line) => line.text.trim() !== '');
		if (lines.length === 1 && busAnswer.test(lines[0]?.text.trim() ?? '')) return 0.8;
		const isProperties = lines.every((line) => /^\w+=/.test(line.text.trim()));
		return isProperties && lines.some((line) => property.test(line.text.trim())) ? 0.8 : 0;
	},
	read: ({ text }) => {
		const line = linesOf(text).find((each) => property.test(each.text.trim()) || busAnswer.test(each.text.trim()));
		const isOn = line && /(?:yes|true)$/.test(line.text.trim());
		return { facts: { removeIpc: reading(isOn, line ? [line.number] : []) } };
	},
});
