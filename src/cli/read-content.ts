import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadFlows } from '../flow/index.ts';
import { loadArticles } from '../knowledge/index.ts';
import type { Content } from './content.ts';
import { Failure } from './failure.ts';
import { projectFolder } from './folders.ts';
import { language } from './language.ts';

export interface ContentFile {
	readonly file: string;
	readonly text: string;
}

/** Throws a Failure that names each fault by file, line and column. */
export async function readContent(): Promise<Content> {
	const [flowFiles, articleFiles] = await Promise.all([contentFiles('flows', '.yaml'), contentFiles('knowledge', '.md')]);
	const flows = loadFlows(flowFiles);
	const articles = loadArticles(articleFiles);
	const faults = [...flows.faults, ...articles.faults];
	if (faults.length > 0) {
		const lines = faults.map(({ place, message }) => `${place.file}:${place.line}:${place.column}: ${message}`);
		throw new Failure(`${language.cli.told.faults}\n${lines.join('\n')}`);
	}
	return {
		flows: flows.flows.map((each) => each.flow),
		articles: articles.articles.map((each) => each.article),
		fingerprint: await fingerprintOf([...flowFiles, ...articleFiles]),
	};
}

export async function contentFiles(folder: string, extension: string): Promise<readonly ContentFile[]> {
	const names = (await readdir(join(projectFolder(), folder))).filter((name) => name.endsWith(extension)).sort();
	return Promise.all(
		names.map(async (name) => ({
			file: `${folder}/${name}`,
			text: await readFile(join(projectFolder(), folder, name), 'utf8'),
		})),
	);
}

async function fingerprintOf(files: readonly ContentFile[]): Promise<string> {
	const { createHash } = await import('node:crypto');
	const hash = createHash('sha256');
	for (const { file, text } of files) hash.update(`${file}\0${text}\0`);
	return hash.digest('hex');
}
