import { resolve } from 'node:path';
import type { Command } from 'commander';

interface DrillCommandOptions {
	readonly httpd?: string;
	readonly user: string;
	readonly plain?: boolean;
}

export function addDrill(program: Command): void {
	program
		.command('drill')
		.description('break a server of its own on this TEST MACHINE, as in the semaphore incident, and open the wizard on it')
		.option('--httpd <path>', 'executable of the server')
		.option('--user <name>', 'ordinary account that the server runs as', 'nobody')
		.option('--plain', 'numbered questions, line by line')
		.action(run);
}

async function run({ httpd, user, plain = false }: DrillCommandOptions): Promise<void> {
	const { runDrill } = await import('../drill/drill.ts');
	await runDrill({ httpd: httpd === undefined ? null : resolve(httpd), user, plain });
}
