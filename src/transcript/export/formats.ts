/** Ending of a file's name, without the dot, by export format. Loads no exporter, so that the command line can list them. */
export const extensionOf = {
	markdown: 'md',
	html: 'html',
	json: 'json',
	text: 'txt',
	asciicast: 'cast',
	summary: 'txt',
} as const;

export type ExportFormat = keyof typeof extensionOf;
