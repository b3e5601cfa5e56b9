import { count } from '../count.ts';

/** The frame of a help, and what is wrong with a command line. */
export const usage = {
	titles: {
		'Usage:': 'Usage:',
		'Arguments:': 'Arguments:',
		'Options:': 'Options:',
		'Global Options:': 'Global Options:',
		'Commands:': 'Commands:',
	},
	help: 'display help for command',
	choices: (choices: string) => `choices: ${choices}`,
	fallback: (value: string) => `default: ${value}`,
	error: (what: string) => `error: ${what}`,
	unknownOption: (option: string) => `unknown option '${option}'`,
	unknownCommand: (command: string) => `unknown command '${command}'`,
	perhaps: (similar: string) => `(Did you mean ${similar}?)`,
	perhapsOneOf: (similar: string) => `(Did you mean one of ${similar}?)`,
	missingArgument: (argument: string) => `missing required argument '${argument}'`,
	missingValue: (option: string) => `option '${option}' argument missing`,
	tooMany: (command: string, expected: number, received: number, given: string) =>
		`too many arguments for '${command}'. Expected ${count(expected, 'argument')} but got ${received}: ${given}.`,
	badValue: (option: string, value: string, reason: string) => `option '${option}' argument '${value}' is invalid. ${reason}`,
	badArgument: (argument: string, value: string, reason: string) =>
		`command-argument value '${value}' is invalid for argument '${argument}'. ${reason}`,
	allowed: (choices: string) => `Allowed choices are ${choices}.`,
};
