import type { Intent } from '../../domain/index.ts';
import type { SessionHandle } from '../../engine/handle.ts';
import type { Screen } from '../../session/screen-types.ts';
import type { Copy } from '../copy.ts';
import type { LineReader } from '../documents/proof.ts';
import type { ExportKind } from '../../engine/door-host.ts';
import type { WizardHost } from '../host.ts';
import type { Overlay } from '../overlay.ts';
import type { FollowedLog } from '../use-followed-log.ts';

/** What a screen or an overlay may ask of the wizard around it. Failures become a notice. */
export interface Actions {
	/** Ignored while an intent is under way; keys wait for its end. Resolves to whether it was taken. */
	readonly send: (intent: Intent) => Promise<boolean>;
	readonly open: (overlay: Overlay) => void;
	/** Takes away the topmost overlay. */
	readonly close: () => void;
	/** Takes away every overlay. */
	readonly closeAll: () => void;
	/** One line for the operator, gone at the next key. */
	readonly notify: (text: string | null) => void;
	/** Hands a text to the clipboard of the terminal and says so. */
	readonly copy: Copy;
	readonly switchTo: (open: () => Promise<SessionHandle>) => void;
	/** Writes a file beside all else; what becomes of it is told by itself. */
	readonly exportAs: (kind: ExportKind) => void;
	/** Waits for an export that is being written, unless somebody interrupts. */
	readonly leave: (interrupted: boolean) => void;
}

export interface PlaceProps {
	readonly width: number;
	readonly height: number;
	/** False while something lies on top. */
	readonly isActive: boolean;
	readonly actions: Actions;
	readonly screen: Screen;
	readonly read: LineReader;
	readonly host: WizardHost;
	readonly handle: SessionHandle;
	readonly log: FollowedLog;
}

export type ScreenProps<Body extends Screen['body']> = PlaceProps & { readonly body: Body };
