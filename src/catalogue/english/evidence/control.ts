/** What is left to a person, because the tool only knows another server; `config` is null where its file is not known. */
const change = (what: string) => (command: string, config: string | null) =>
	`${command} changes the server of the distribution, not this one: ${what} ${config ?? 'its own configuration'}`;

export const control = {
	enable: change('write the lines that it would enable into'),
	disable: change('take the lines that it would disable out of'),
};
