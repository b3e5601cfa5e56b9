import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandWords } from '../options.ts';

interface DrillCommandOptions {
	readonly httpd?: string;
	readonly user: string;
	readonly plain?: boolean;
}

export function addDrill(program: Command, { drill: m }: CommandWords): void {
	program
		.command('drill')
		.description(m.about)
		.option('--httpd <path>', m.httpd)
		.option('--user <name>', m.user, 'nobody')
		.option('--plain', m.plain)
		.action(run);
}

async function run({ httpd, user, plain = false }: DrillCommandOptions): Promise<void> {
	const { runDrill } = await import('../drill/drill.ts');
	await runDrill({ httpd: httpd === undefined ? null : resolve(httpd), user, plain });
}
