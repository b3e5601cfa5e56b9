import type { WizardHost } from '../host.ts';
import type { Deed } from '../palette/entries.ts';
import type { Router } from '../router.ts';
import type { Actions } from '../screens/props.ts';

export interface Hands {
	readonly actions: Actions;
	readonly host: WizardHost;
	readonly press: Router['press'];
}

/** Does what was chosen in the palette, which goes away first. */
export function perform(deed: Deed, { actions, host, press }: Hands): void {
	switch (deed.kind) {
		case 'open':
			actions.close();
			actions.open(deed.overlay);
			break;
		case 'press':
			actions.close();
			press(deed.key);
			break;
		case 'export':
			actions.close();
			actions.exportAs(deed.format);
			break;
		case 'send':
			actions.closeAll();
			void actions.send(deed.intent);
			break;
		case 'back':
			actions.closeAll();
			void goBack(deed.steps, actions);
			break;
		case 'fresh':
			actions.switchTo(host.startFresh);
			break;
	}
}

/** One step after the other, so that the record says each. */
async function goBack(steps: number, actions: Actions): Promise<void> {
	for (let left = steps; left > 0; left -= 1) {
		if (!(await actions.send({ type: 'back' }))) return;
	}
}
