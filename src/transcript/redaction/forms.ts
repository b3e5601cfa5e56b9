/**
 * The ways in which a value may be written in a file: as it is, escaped for the formats of exports, percent-encoded, and
 * within base64 at any of its three offsets. None is shorter than `shortest`.
 */
export function formsOf(value: string, shortest: number): readonly string[] {
	const forms = [
		value,
		encoded(value),
		JSON.stringify(value).slice(1, -1),
		value
			.replaceAll('&', '&amp;')
			.replaceAll('<', '&lt;')
			.replaceAll('>', '&gt;')
			.replaceAll('"', '&quot;')
			.replaceAll("'", '&#39;'),
		value.replaceAll(/[\\`*_[\]<>]/g, '\\$&'),
		...base64Forms(value),
	];
	return [...new Set(forms)].filter((form) => form.length >= shortest);
}

function encoded(value: string): string {
	return value.isWellFormed() ? encodeURIComponent(value) : value;
}

function base64Forms(value: string): readonly string[] {
	const bytes = Buffer.from(value);
	// Characters at either end depend on what stands beside the value, so they are left out.
	const inner = [0, 1, 2].map((before) => {
		const text = Buffer.concat([Buffer.alloc(before), bytes])
			.toString('base64')
			.replaceAll('=', '');
		return text.slice(before === 0 ? 0 : before + 1, (bytes.length + before) % 3 === 0 ? undefined : -1);
	});
	return [...inner, ...inner.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))].filter((text) => text.length >= 10);
}

const ordinary =
	/^(?:pass(?:word|wd|phrase)?\d{0,3}|passwort|secret\d{0,3}|change(?:it|me)|localhost|apache\d?|httpd|www-data|tomcat\d*|default|production|development|administrator|required|optional|disabled|enabled|anonymous|undefined|application|example|directory|configuration|permission|connection)$/i;

/** Whether a value is so much its own that any other place where it stands means it, too. */
export function isStrong(value: string): boolean {
	if (value.length < 6 || ordinary.test(value) || value.includes('\n')) return false;
	if (/^\[[a-z][a-z-]*-\d+\]|\[[a-z][a-z-]*-\d+\]$/.test(value)) return false;
	// Words, numbers, paths and plain addresses stand everywhere.
	if (/^(?:[A-Za-z]+|[\d.:,-]+|0x[\da-f]+|\/[\w./-]*|[a-z]+(?:[-_.][a-z]+)+)$/.test(value))
		return value.length >= 10 && /[a-z][A-Z]/.test(value);
	return true;
}
