import { render } from 'ink';
import { App } from './App.tsx';
import type { WizardHost } from './host.ts';
import { asciiOutput } from './terminal/ascii-output.ts';
import type { TtyInput } from './terminal/tty-input.ts';
import { glyphsFor, isAsciiOnly } from './theme.ts';
import { UiContext } from './ui.ts';
import type { Witness } from './use-wizard.ts';

export interface Mounted {
	/** Restores the terminal. */
	readonly unmount: () => void;
	/** Rejects when drawing failed. */
	readonly gone: Promise<unknown>;
}

export interface MountOptions {
	readonly host: WizardHost;
	readonly witness: Witness;
	readonly stdin: TtyInput;
	readonly stdout: NodeJS.WriteStream;
	readonly env: Readonly<Record<string, string | undefined>>;
}

/** Puts the wizard on the alternate screen. Loads Ink: only to be imported when the wizard really starts. */
export function mount({ host, witness, stdin, stdout, env }: MountOptions): Mounted {
	const tell = (sequence: string): void => void stdout.write(sequence);
	const ui = { m: host.catalogue.tui, glyphs: glyphsFor(env), now: () => Date.now() / 1000, tell };
	const instance = render(
		<UiContext value={ui}>
			<App host={host} witness={witness} />
		</UiContext>,
		{
			stdin,
			stdout: isAsciiOnly(env) ? asciiOutput(stdout) : stdout,
			exitOnCtrlC: false,
			alternateScreen: true,
			incrementalRendering: true,
			interactive: true,
			// Nothing here writes to the console.
			patchConsole: false,
			// A key is answered within a frame: at Ink's own 30 a second, one that comes just after a frame waits for 33 ms.
			maxFps: 60,
		},
	);
	return { unmount: instance.unmount, gone: instance.waitUntilExit() };
}
