import type { ReactElement } from 'react';
import type { Overlay } from '../overlay.ts';
import { Article } from './Article.tsx';
import { Consent } from './Consent.tsx';
import { Debug } from './Debug.tsx';
import { EvidenceList, EvidenceText } from './EvidenceList.tsx';
import { Bundle } from './fields.tsx';
import { Help } from './Help.tsx';
import { Knowledge } from './Knowledge.tsx';
import { Note } from './Note.tsx';
import { Export } from './Export.tsx';
import { HideText, LiftRule } from './Redaction.tsx';
import { Practice, Sessions } from './lists.tsx';
import { Others } from './Others.tsx';
import { Override } from './Override.tsx';
import { Palette } from './Palette.tsx';
import { Paste } from './Paste.tsx';
import type { OverlayProps } from './props.ts';
import { Quit } from './Quit.tsx';
import { RemedyConfirm } from './RemedyConfirm.tsx';
import { Watch } from './Watch.tsx';

export function OverlayView({ overlay, ...place }: OverlayProps & { readonly overlay: Overlay }): ReactElement {
	switch (overlay.kind) {
		case 'help':
			return <Help {...place} listings={overlay.listings} />;
		case 'override':
			return <Override {...place} />;
		case 'note':
			return <Note {...place} line={overlay.line} isOnLine={overlay.isOnLine} />;
		case 'practice':
			return <Practice {...place} />;
		case 'bundle':
			return <Bundle {...place} />;
		case 'sessions':
			return <Sessions {...place} />;
		case 'knowledge':
			return <Knowledge {...place} />;
		case 'evidence':
			return <EvidenceList {...place} />;
		case 'text':
			return <EvidenceText {...place} evidence={overlay.evidence} />;
		case 'export':
			return <Export {...place} />;
		case 'hide-text':
			return <HideText {...place} />;
		case 'lift-rule':
			return <LiftRule {...place} preview={overlay.preview} />;
		case 'palette':
			return <Palette {...place} />;
		case 'quit':
			return <Quit {...place} />;
		case 'others':
			return <Others {...place} />;
		case 'watch':
			return <Watch {...place} />;
		case 'article':
			return <Article {...place} id={overlay.id} />;
		case 'paste':
			return <Paste {...place} text={overlay.text} />;
		case 'remedy':
			return <RemedyConfirm {...place} diagnosis={overlay.diagnosis} remedy={overlay.remedy} undo={overlay.undo} />;
		case 'debug':
			return <Debug {...place} subject={overlay.subject} />;
		case 'consent':
			return <Consent {...place} collector={overlay.collector} />;
	}
}
