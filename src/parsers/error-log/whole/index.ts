export type { Bytes } from './block.ts';
export { CodeScan } from './code-scan.ts';
export { LogSearch } from './log-search.ts';
export { reportSearch, type SearchedPart } from './search-report.ts';
export { type CodeSummary, type CountSummary, summariseCodes, summariseLines, type WholeSummary } from './summary.ts';
export { tellsOfServer } from './telling.ts';
export { WholeLog } from './whole-log.ts';
