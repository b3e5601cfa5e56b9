const kinds = ['log', 'dense'] as const;
export type EvidenceKind = (typeof kinds)[number];

export function isEvidenceKind(kind: string): kind is EvidenceKind {
	return kinds.some((each) => each === kind);
}

/** Text of that many bytes, in ASCII. `log`: an error log with addresses and hosts; `dense`: a secret on every line. */
export function evidenceText(kind: EvidenceKind, bytes: number): string {
	const lines: string[] = [];
	for (let length = 0, index = 0; length < bytes; index += 1) {
		const line = kind === 'log' ? logLine(index) : denseLine(index);
		lines.push(line);
		length += line.length + 1;
	}
	return `${lines.join('\n')}\n`;
}

function logLine(index: number): string {
	const stamp = `[Fri Nov 21 10:${two(Math.floor(index / 60))}:${two(index)}.123456 2025]`;
	switch (index % 4) {
		case 0:
			return `${stamp} [proxy:error] [pid ${4000 + (index % 97)}:tid 140123456789000] (111)Connection refused: AH00957: AJP: attempt to connect to 10.20.${index % 7}.${index % 250}:8009 (app${index % 5}.shop.example) failed`;
		case 1:
			return `${stamp} [core:notice] [pid 17:tid 140123456789000] AH00052: child pid ${index % 30_000} exit signal Segmentation fault (11)`;
		case 2:
			return `${stamp} [authz_core:error] [pid ${4000 + (index % 97)}:tid 140123456789000] [client 192.0.2.${index % 250}:51234] AH01630: client denied by server configuration: /var/www/html/server-status`;
		default:
			return `${stamp} [mpm_event:notice] [pid 17:tid 140123456789000] AH00489: Apache/2.4.62 (Debian) configured -- resuming normal operations`;
	}
}

/** Eight kinds of places where secrets stand, with values that repeat rarely. */
function denseLine(index: number): string {
	const value = valueOf(index % 30_000);
	switch (index % 8) {
		case 0:
			return `192.0.2.${index % 250} - - [21/Nov/2025:10:05:11 +0000] "GET /cart?item=7&token=${value}&page=2 HTTP/1.1" 200 1234`;
		case 1:
			return `[Fri Nov 21 10:05:11.123456 2025] [dumpio:trace7] [pid 4711] mod_dumpio: dumpio_in (data-HEAP): Cookie: SID=${value}; theme=dark`;
		case 2:
			return `[Fri Nov 21 10:05:11.123456 2025] [dumpio:trace7] [pid 4711] mod_dumpio: dumpio_in (data-HEAP): Authorization: Bearer ${value}`;
		case 3:
			return `worker.node${index % 40}.secret=${value}`;
		case 4:
			return `DATABASE_URL=postgresql://shop:${value}@db${index % 9}.shop.example:5432/shop`;
		case 5:
			return `<Connector port="8009" protocol="AJP/1.3" secret="${value}" address="10.20.${index % 7}.${index % 250}"/>`;
		case 6:
			return `#4  0x00007f2b1c0a1f5e in check_password (user=0x7f2b18, sent=0x7f2b19 "${value}", n=5) at auth.c:42`;
		default:
			return `mail from user${index % 900}@shop.example: AuthLDAPBindPassword "${value}"`;
	}
}

/** Letters of both cases and digits, as drawn secrets have, the same in every run. */
function valueOf(index: number): string {
	const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
	let state = (index * 2_654_435_761 + 1_013_904_223) >>> 0;
	let value = `x${index % 10}Q`;
	while (value.length < 20) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		value += alphabet[Math.floor((state / 2 ** 32) * alphabet.length)] ?? '';
	}
	return value;
}

function two(number: number): string {
	return String(number % 60).padStart(2, '0');
}
