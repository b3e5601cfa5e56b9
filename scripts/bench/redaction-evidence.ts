const kinds = ['log', 'bundle', 'dense'] as const;

const makers: Readonly<Record<EvidenceKind, (index: number) => string>> = { log: logLine, bundle: bundleLine, dense: denseLine };
export type EvidenceKind = (typeof kinds)[number];

export function isEvidenceKind(kind: string): kind is EvidenceKind {
	return kinds.some((each) => each === kind);
}

/**
 * Text of that many bytes, in ASCII. `log`: an error log with addresses and hosts; `bundle`: logs, configuration,
 * environment, processes and backtraces as a bundle of evidence holds them, a secret on one line of eight; `dense`: one on
 * every line, as no evidence has them.
 */
export function evidenceText(kind: EvidenceKind, bytes: number): string {
	const lines: string[] = [];
	for (let length = 0, index = 0; length < bytes; index += 1) {
		const line = makers[kind](index);
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

/** Of 24 lines 12 of the error log, 4 of requests, 4 of configuration, 3 of a backtrace, and one of an environment or a process. */
function bundleLine(index: number): string {
	const round = Math.floor(index / 24);
	const place = index % 24;
	if (place < 12) return logLine(12 * round + place);
	const request = `192.0.2.${round % 250} - - [21/Nov/2025:10:05:${two(round)} +0000]`;
	const address = (0x7f2b_1c00_0000 + round * 16).toString(16);
	switch (place) {
		case 12:
			return `${request} "GET /item/${round % 9000} HTTP/1.1" 200 ${round % 40_000} "-" "Mozilla/5.0 (X11; Linux x86_64)"`;
		case 13:
			return `${request} "POST /basket HTTP/1.1" 302 - "https://www.shop.example/item/${round % 9000}" "Mozilla/5.0"`;
		case 14:
			return `${request} "GET /static/style.css?v=${round % 90} HTTP/1.1" 304 -`;
		case 16:
			return '    <Directory "/var/www/html/shop">';
		case 17:
			return `    ProxyPass "/app${round % 20}" "ajp://10.20.3.${round % 250}:8009/app" retry=5 timeout=30`;
		case 18:
			return '    ErrorLog ${APACHE_LOG_DIR}/shop-error.log';
		case 20:
			return `#${round % 30}  0x0000${address} in ap_run_process_connection (c=c@entry=0x${address}) at connection.c:42`;
		case 21:
			return `#${round % 30}  0x0000${address} in child_main (child_num_arg=${round % 400}, child_bucket=0) at event.c:2846`;
		case 15:
			return denseLine(8 * round);
		case 19:
			return denseLine(8 * round + (round % 2 === 0 ? 3 : 5));
		case 22:
			return denseLine(8 * round + 6);
		default:
			return round % 4 === 0
				? denseLine(8 * round + 4)
				: `4${round % 900}\t1\t33\twww-data\tS\t/usr/sbin/apache2\t["/usr/sbin/apache2","-k","start"]`;
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
