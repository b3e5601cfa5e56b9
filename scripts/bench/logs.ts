import { execFileSync } from 'node:child_process';
import { closeSync, createReadStream, createWriteStream, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Found, measure, rounds } from './group.ts';
import { isInstalled, run } from './run.ts';
import { logLine, writeErrorLog } from './samples/error-log.ts';
import { shipped } from './shipped.ts';

const times = 7;
const mebibyte = 1 << 20;
const wholeBytes = 1024 * mebibyte;
const parsedBytes = 256 * mebibyte;
const packedBytes = 128 * mebibyte;
const hugeBytes = 10 * 1024 * mebibyte;
const tailLines = 300_000;
/** What grep looks for: codes that the program counts, too. */
const codes = 'AH00051|AH00052|AH00144|AH00161|AH00163|AH00273|AH00484|AH00489|AH00957|AH02818';
const foundSomething = [0, 3];

/** Evidence of logs, against grep and lnav in the same round. Files are warm: both read from memory. */
export async function measureLogs(scratch: string): Promise<Found> {
	const whole = join(scratch, 'whole.log');
	const parsed = join(scratch, 'parsed.log');
	const huge = join(scratch, 'huge.log');
	const packed = join(scratch, 'error.log.2.gz');
	writeErrorLog(whole, wholeBytes);
	writeErrorLog(parsed, parsedBytes);
	writeHuge(huge);
	await pipeline(createReadStream(parsed, { end: packedBytes - 1 }), createGzip({ level: 6 }), createWriteStream(packed));
	try {
		const found = [await measureWhole(whole, scratch), await measureEveryLine(parsed, scratch)];
		found.push(await measurePacked(packed, scratch), await measureVerdict(huge, scratch));
		return { measures: found.flatMap((each) => each.measures), notes: found.flatMap((each) => each.notes) };
	} finally {
		for (const path of [whole, parsed, huge, packed]) rmSync(path);
	}
}

/** A hole with a real end: what is not read costs nothing, and 10 GiB need not be written. */
function writeHuge(path: string): void {
	const file = openSync(path, 'w');
	try {
		const tail = `\n${Array.from({ length: tailLines }, (_, index) => logLine(index + 300_000)).join('\n')}\n`;
		ftruncateSync(file, hugeBytes - Buffer.byteLength(tail));
		writeSync(file, tail, hugeBytes - Buffer.byteLength(tail));
	} finally {
		closeSync(file);
	}
}

async function measureWhole(path: string, home: string): Promise<Found> {
	execFileSync('cat', [path], { stdio: 'ignore' });
	const samples = await rounds(times, async () => ({
		grep: await run(['grep', '-cE', codes, path], { home }),
		own: await run([...shipped().argv, 'explain', '--whole', path], { home }),
	}));
	const ratios = samples.map(({ grep, own }) => own.milliseconds / grep.milliseconds);
	const peaks = samples.map(({ own }) => own.peakMiB);
	return {
		measures: [measure('1 GiB log searched / grep -c', ratios, 'x', 1.5), measure('memory for it', peaks, 'MiB', 150)],
		notes: [],
	};
}

async function measureEveryLine(path: string, home: string): Promise<Found> {
	execFileSync('cat', [path], { stdio: 'ignore' });
	const own = async () => run([...shipped().argv, 'explain', '--every-line', path], { home });
	if (!(await isInstalled(['lnav', '-V'], home))) {
		const samples = await rounds(times, own);
		const rate = samples.map(({ milliseconds }) => milliseconds);
		return { measures: [measure('256 MiB, every line', rate, 'ms')], notes: ['lnav is not installed: not compared.'] };
	}
	const query = ['-n', '-c', ';select count(*), min(log_time) from all_logs', '-c', ':write-csv-to -'];
	const samples = await rounds(times, async () => ({ lnav: await run(['lnav', ...query, path], { home }), own: await own() }));
	const ratios = samples.map((each) => each.own.milliseconds / each.lnav.milliseconds);
	return { measures: [measure('256 MiB, every line / lnav', ratios, 'x', 0.5)], notes: [] };
}

async function measurePacked(path: string, home: string): Promise<Found> {
	const samples = await rounds(times, async () => ({
		zgrep: await run(['sh', '-c', `zcat ${path} | grep -cE '${codes}'`], { home }),
		own: await run([...shipped().argv, 'explain', '--whole', path], { home }),
	}));
	const ratios = samples.map(({ zgrep, own }) => own.milliseconds / zgrep.milliseconds);
	return { measures: [measure('128 MiB in gzip searched / zcat | grep -c', ratios, 'x')], notes: [] };
}

async function measureVerdict(path: string, home: string): Promise<Found> {
	const words = ['diagnose', '--target', 'none', '--evidence', `error-log=${path}`, '--format', 'json'];
	const samples = await rounds(times, async () => ({
		bare: await run([process.execPath, '-e', '0'], { home }),
		own: await run([...shipped().argv, ...words], { home, codes: foundSomething }),
	}));
	const calm = samples.map(({ own }) => own.undisturbed);
	const verdicts = samples.map(({ own }) => own.milliseconds);
	const ratios = samples.map(({ own, bare }) => own.milliseconds / bare.milliseconds);
	return {
		measures: [
			measure('first verdict from 10 GiB', verdicts, 'ms', 1000),
			measure('first verdict from 10 GiB, without waiting for a processor', calm, 'ms', 1000),
			measure('first verdict from 10 GiB / node -e 0', ratios, 'x'),
		],
		notes: ['The log of 10 GiB is a hole with a real end.'],
	};
}
