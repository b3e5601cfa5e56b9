import type { ComponentType, ReactElement } from 'react';
import { takesCopies } from '../../src/domain/index.ts';
import { App, type AppProps } from '../../src/tui/App.tsx';
import type { WizardHost } from '../../src/tui/host.ts';
import { glyphsFor, tonesFor } from '../../src/tui/theme.ts';
import { UiContext } from '../../src/tui/ui.ts';
import type { FakeHandle } from './fake-handle.ts';
import { fakeHost, type Told } from './fake-host.ts';

export interface FakeWizard {
	/** The wizard as `mount` draws it, with a clock that stands at 1005. */
	readonly tree: ReactElement;
	readonly told: Told;
}

export function fakeWizard(
	session: FakeHandle,
	part: Partial<WizardHost> = {},
	env: Record<string, string> = { LANG: 'C.UTF-8', TERM: 'xterm' },
	Root: ComponentType<AppProps> = App,
): FakeWizard {
	const { host, told } = fakeHost(session, part);
	const witness = {
		session: () => undefined,
		exported: (path: string) => {
			told.exported.push(path);
		},
		leave: (interrupted: boolean) => {
			told.left.push(interrupted);
		},
		lent: () => undefined,
		isLent: () => false,
		jobs: { stop: () => Promise.resolve(), onContinue: () => () => undefined },
	};
	const tell = (sequence: string): void => void told.sequences.push(sequence);
	const ui = {
		...{ m: host.catalogue.tui, glyphs: glyphsFor(env), tones: tonesFor('dark'), background: 'dark' as const },
		...{ now: () => 1005, tell, copies: takesCopies(env) },
	};
	const tree = (
		<UiContext value={ui}>
			<Root host={host} witness={witness} />
		</UiContext>
	);
	return { told, tree };
}
