import { closeSync, openSync, writeSync } from 'node:fs';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const batchLines = 5000;
const linesASecond = 20;
const begin = Date.UTC(2026, 7, 1);

const two = (value: number): string => String(value).padStart(2, '0');

function stampOf(index: number): string {
	const date = new Date(begin + Math.floor(index / linesASecond) * 1000);
	const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
	const micro = String((index % linesASecond) * 47_911).padStart(6, '0');
	return `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${two(date.getUTCDate())} ${clock}.${micro} ${date.getUTCFullYear()}`;
}

/** Lines as a busy shop writes them: mostly requests that failed, some debug output of ssl, seldom a child that died. */
export function logLine(index: number): string {
	const pid = 2000 + (index % 61);
	const client = `[client 203.0.${index % 113}.${index % 251}:${40_000 + (index % 20_000)}]`;
	const head = (module: string): string => `[${stampOf(index)}] [${module}] [pid ${pid}:tid ${139_900_000 + pid}]`;
	if (index % 40_000 === 39_999) return `${head('core:notice')} AH00052: child pid ${pid} exit signal Segmentation fault (11)`;
	if (index % 500_000 === 7)
		return `${head('mpm_event:notice')} AH00489: Apache/2.4.71 (Debian) OpenSSL/3.0.16 configured -- resuming normal operations`;
	switch (index % 6) {
		case 0:
			return `${head('authz_core:error')} ${client} AH01630: client denied by server configuration: /srv/www/shop/.git/config`;
		case 1:
			return `${head('php:notice')} ${client} PHP Notice:  Undefined index: basket_${index % 977} in /srv/www/shop/lib/basket.php on line ${index % 800}, referer: https://shop.example/basket?step=2`;
		case 2:
			return `${head('core:info')} ${client} AH00128: File does not exist: /srv/www/shop/images/product-${index % 99_991}.webp`;
		case 3:
			return `${head('proxy_fcgi:error')} ${client} AH01071: Got error 'Primary script unknown', referer: https://shop.example/catalogue/${index % 4001}/page/${index % 17}`;
		case 4:
			return `${head('ssl:info')} ${client} AH01964: Connection to child ${index % 400} established (server shop.example:443)`;
		default:
			return `${head('rewrite:trace1')} ${client} ${client.slice(8, 18)} - - [shop.example/sid#7f3a1c${index % 1000}][rid#7f3a1d/initial] pass through /index.php`;
	}
}

/** Writes a log of about that many bytes; returns its lines. */
export function writeErrorLog(path: string, bytes: number): number {
	const file = openSync(path, 'w');
	let index = 0;
	try {
		for (let written = 0; written < bytes;) {
			const lines = Array.from({ length: batchLines }, (_, at) => logLine(index + at));
			index += batchLines;
			written += writeSync(file, `${lines.join('\n')}\n`);
		}
	} finally {
		closeSync(file);
	}
	return index;
}
