/** What `--version --verbose` tells. */
export const about = {
	commit: 'commit',
	unknown: 'unknown',
	built: 'built',
	runtime: 'runtime',
	bun: (version: string) => `Bun ${version}, inside this file`,
	system: 'system',
	licence: 'licence',
	inside: 'Inside, by licence (--version --licences has the texts):',
	within: (name: string, licences: string) => `${name} (${licences}), and in it:`,
	noList: 'This runs from its sources, of which no build has listed the parts.',
};
