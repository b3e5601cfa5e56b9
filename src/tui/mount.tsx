import { render } from 'ink';
import { type ReactElement, type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { takesCopies, throughMultiplexer } from '../domain/index.ts';
import { App } from './App.tsx';
import type { WizardHost } from './host.ts';
import { asciiOutput } from './terminal/ascii-output.ts';
import { homeOutput } from './terminal/home-output.ts';
import type { KnownBackground } from './terminal/background.ts';
import type { TtyInput } from './terminal/tty-input.ts';
import { glyphsFor, isAsciiOnly, tonesFor } from './theme.ts';
import { type Ui, UiContext } from './ui.ts';
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
	readonly background: KnownBackground;
}

interface ColouredProps {
	readonly ui: Omit<Ui, 'tones' | 'background'>;
	readonly known: KnownBackground;
	readonly children: ReactNode;
}

/** Draws anew once the terminal has said what its background is. */
function Coloured({ ui, known, children }: ColouredProps): ReactElement {
	const background = useSyncExternalStore(known.subscribe, known.get);
	const value = useMemo(() => ({ ...ui, background, tones: tonesFor(background) }), [ui, background]);
	return <UiContext value={value}>{children}</UiContext>;
}

/** Puts the wizard on the alternate screen. Loads Ink: only to be imported when the wizard really starts. */
export function mount({ host, witness, stdin, stdout, env, background }: MountOptions): Mounted {
	const tell = (sequence: string): void => void stdout.write(throughMultiplexer(sequence, env));
	const ui = { m: host.catalogue.tui, glyphs: glyphsFor(env), now: () => Date.now() / 1000, tell, copies: takesCopies(env) };
	const instance = render(
		<Coloured ui={ui} known={background}>
			<App host={host} witness={witness} />
		</Coloured>,
		{
			stdin,
			stdout: homeOutput(isAsciiOnly(env) ? asciiOutput(stdout) : stdout),
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
