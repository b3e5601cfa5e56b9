import type { Veil } from './rule.ts';
import { secretName } from './secret-names.ts';

const statement = /\(([^()]{1,2000})\)\s*values\s*\(([^()]{1,4000})/gi;
const column = new RegExp(`^[\\s"'\`]*[\\w.]*(?:${secretName}|pass|pwd)["'\`\\s]*$`, 'i');
const field = /\s+|'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.)*"|[^,]+|,/g;

/** `INSERT INTO users (login, password) VALUES ('…', '…')`: the values in those columns whose names speak of a secret. */
export function hideInserted(line: string, veil: Veil): string {
	return line.replace(statement, (whole, columns: string, values: string) => {
		const secret = columns.split(',').map((each) => column.test(each));
		if (!secret.includes(true)) return whole;
		let place = 0;
		const hidden = values.replace(field, (value) => {
			if (value === ',') place += 1;
			const text = /^(['"])(.+)\1$/s.exec(value);
			return secret[place] === true && text !== null && !/^\[[a-z-]+-\d+\]$/.test(text[2] ?? '')
				? `${text[1]}${veil.mask('secret', text[2] ?? '')}${text[1]}`
				: value;
		});
		return whole.slice(0, whole.length - values.length) + hidden;
	});
}
