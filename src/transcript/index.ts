export type { TranscriptParts } from './build.ts';
export { type ExportPart, exportParts } from './export/narrow.ts';
export { canaryRule, type ExportChoices, type ExportFormat, exportSession, extensionOf } from './export-session.ts';
export { type HandOff, handOff } from './hand-off.ts';
export { type OperatorChoices, redactSession } from './redact-session.ts';
export { hideSecrets } from './redaction/hide-secrets.ts';
export { lastScan } from './redaction/last-scan.ts';
export { ruleTitles } from './redaction/redactor.ts';
export type { TranscriptRemedy } from './transcript.ts';
