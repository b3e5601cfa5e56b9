import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Sentence, sentencesIn } from './sentences.ts';

const sources = join(import.meta.dirname, '../../src');
/** Rooms that say nothing but what the catalogue holds. */
const covered = [
	...(['tui', 'headless', 'session', 'engine', 'transcript', 'cli', 'targets', 'store'] as const),
	...(['collectors', 'parsers', 'flow', 'knowledge', 'authoring', 'domain'] as const),
];

/**
 * Texts of parsers are what logs and stacks are recognised by, hundreds of them. What they would say themselves is told from
 * that by the name that holds it, or because it is a whole sentence.
 */
const telling =
	/^(?:because|reasons?|advice|title|why|how|messages?|statement|whatWouldTell|label|question|summary|hint|problem)$/;
const isSaid = ({ text, holder }: Sentence): boolean => telling.test(holder ?? '') || /^[A-Z`{][^]*[a-z)}`][.?!]$/.test(text);

const keyNames = /^(?:Up Down|Enter|Escape|Space|Down|Left|Right|Home|Backspace|Delete)$/;

/** Texts that nobody reads as words of this program. */
const allowed: readonly { readonly file: RegExp; readonly text: RegExp; readonly because: string }[] = [
	{ file: /^transcript\/redaction\//, text: /./, because: 'what logs, configurations and names of accounts are recognised by' },
	{ file: /^transcript\/timeline\/server-story/, text: /./, because: 'what Apache writes' },
	{ file: /^transcript\/export\/html(?:-style)?\.ts$/, text: /[{}]|^<|-src/, because: 'CSS, and the policy of a page' },
	{ file: /./, text: /^httpd-medic(?: [a-z-]+)* \{\}\n?$/, because: 'a command, or a name and a version' },
	{ file: /^(?:transcript\/|cli\/actions\/|cli\/export-preview)/, text: /^(?:all|shown) lines$/, because: 'ids of what is read' },
	{ file: /^tui\/overlays\/Others/, text: /^(?:watch|take-over) \{\}$/, because: 'ids of choices' },
	{ file: /^cli\/drill\/plan/, text: /^(?:[A-Z][A-Za-z]+ \S+|LoadModule .*|Mutex .*)$/, because: 'directives of httpd' },
	{ file: /^cli\/drill\//, text: /^ *(?:install|kill|rm|GET|\{\} -f) /, because: 'commands' },
	{ file: /^cli\/man-page/, text: /^\.[A-Z]{2}|^httpd-medic \\- /, because: 'code of roff' },
	{ file: /^cli\/completion\//, text: /./, because: 'code of shells' },
	{ file: /^cli\/actions\/about/, text: /^Node\.js \{\}$/, because: 'a name and a version' },
	{ file: /^session\/remedy\/description\.ts$/, text: /./, because: 'what journals hold; told in the words of the catalogue' },
	{ file: /^session\/unified-diff/, text: /No newline at end of file/, because: 'what diff -u writes' },
	{ file: /^session\/view\/welcome/, text: /^httpd \{\}$/, because: 'a name and a version' },
	{ file: /^tui\/screens\/diagnosis-choices/, text: /^(?:article|remedy|undo) \{\}$/, because: 'ids of choices' },
	{ file: /^(?:tui\/run|cli\/main)\.ts$/, text: /^httpd-medic: \{\}(?:\n(?:\{\})?)?$/, because: 'a name and a trace' },
	{ file: /^headless\/plain\/foreign/, text: /^\[private block\]\{\}$/, because: 'a mask' },
	{
		file: /^store\/(?:archive|hand-off|seal)\.ts$/,
		text: /^httpd-medic (?:archive|hand-off|seal: session)/,
		because: 'what a file is known by',
	},
	{ file: /^targets\/bundle-commands/, text: /^getent passwd $/, because: 'a command' },
	{ file: /^targets\/disk-tree/, text: /^named pipe$/, because: 'a kind of entry, by which the sentence is chosen' },
	{ file: /^targets\/let-go/, text: /./, because: 'code of a shell' },
	{ file: /^targets\/identity/, text: /^uid \{\}$/, because: 'a name that nobody has given' },
	{ file: /^targets\/identity/, text: /^no live target$/, because: 'recorded so; told by tellTarget' },
	{ file: /^targets\/write-file/, text: /./, because: 'recorded like the output of a command' },
	{ file: /^collectors\/(?:backtraces|debuggers)/, text: /^(?:set|info|thread apply) /, because: 'commands of gdb' },
	{ file: /^collectors\/(?:logind|system)/, text: /^(?:Name|Linger|State|Result|User)$/, because: 'properties of systemd' },
	{ file: /^domain\/request/, text: /^(?:rm|write) \{\}$/, because: 'commands, as journals hold them' },
	{ file: /^domain\/log-search/, text: /^zgrep /, because: 'a command, as journals hold it' },
	{ file: /^flow\/derived/, text: /./, because: 'what a fact is, for whoever writes rules' },
	{ file: /^flow\/graph/, text: /^flowchart TD$/, because: 'code of Mermaid' },
	{
		file: /^flow\/(?:cases|cel|lint(?:-[a-z]+)?|load|references|rule|schema|structure|yaml)\.ts$/,
		text: /./,
		because: 'English, as rules are: what flow test tells their authors',
	},
	{ file: /^knowledge\/(?:article|front-matter|lint|schema)\.ts$/, text: /./, because: 'the same of articles' },
	{ file: /^authoring\//, text: /./, because: 'the same of both' },
	{ file: /^parsers\/backtrace\/facts/, text: /^Id of /, because: 'what a fact is, for whoever writes rules' },
	{ file: /^tui\//, text: keyNames, because: 'names of keys' },
	{ file: /^cli\/failure/, text: /^Failure$/, because: 'the name of a class' },
	{ file: /^tui\/overlays\/Help/, text: /^\{\} \(httpd-medic \{\}\)$/, because: 'a name and a version' },
];

interface Standing extends Sentence {
	readonly file: string;
}

function sentencesOf(room: string): readonly Standing[] {
	const files = readdirSync(join(sources, room), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
	return files.toSorted().flatMap((name) => {
		const found = sentencesIn(readFileSync(join(sources, room, name), 'utf8'), name);
		const file = `${room}/${name}`;
		return (room === 'parsers' ? found.filter(isSaid) : found).map((each) => ({ file, ...each }));
	});
}

const isAllowed = ({ file, text }: Standing, each: (typeof allowed)[number]): boolean =>
	each.file.test(file) && each.text.test(text);

describe('the law of the catalogue', () => {
	it.each(covered)('no sentence of the interface stands in the code of %s', (room) => {
		const outside = sentencesOf(room).filter((sentence) => !allowed.some((each) => isAllowed(sentence, each)));
		expect(outside.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
	});

	it('allows nothing that is not there', () => {
		const all = covered.flatMap(sentencesOf);
		const idle = allowed.filter((each) => !all.some((sentence) => isAllowed(sentence, each)));
		expect(idle).toEqual([]);
	});

	it('reports sentences wherever they are planted', () => {
		const planted = [
			'export const a = "Nothing was found";',
			'export const b = `${1} lines`;',
			'export const c = () => ["fine", isGood ? "Look here, please" : ""];',
			'export class X extends Y { z = new Failure("There is none."); }',
			'export const d = <Text>Searching</Text>;',
			"export const e = { title: 'It\\'s gone' };",
			'export const f = `Exit: ${code}`;',
			'export const g = `# ${title}\\n\\n## Sources\\n`;',
			"export const h = ['', 'Nothing'];",
		];
		expect(planted.filter((line) => sentencesIn(line, 'x.tsx').length !== 1)).toEqual([]);
	});

	it('tells what a parser says from what it recognises', () => {
		const said = [
			"export const explain = () => ({ reason: isHeap ? 'damaged by' + x : `the fault is in ${y}` });",
			"export const why = 'nothing called them';",
			"export const note = ['No frame has a name.'];",
		];
		const recognised = [
			"export const phrases = ['caught SIGTERM, shutting down', 'Syntax OK'];",
			"export const facts = { crashes: ['int', 'Crashes of the parent itself'] };",
		];
		const saidIn = (line: string) => sentencesIn(line, 'x.ts').filter(isSaid);
		expect(said.filter((line) => saidIn(line).length === 0)).toEqual([]);
		expect(recognised.flatMap(saidIn)).toEqual([]);
	});

	it('passes by what is no sentence', () => {
		const silent = [
			"import x from './some words.ts';",
			'export const a: "two words" | null = null;',
			"throw new Error('this cannot be');",
			"export const b = 'one-word'; export const c = `${1}/${2}`;",
			'export const d = /several words here/;',
			'export const e = <Box flexDirection="column" />;',
		];
		expect(silent.flatMap((line) => sentencesIn(line, 'x.tsx'))).toEqual([]);
	});
});
