export { answerOf, type DiagnoseAnswer } from './answer.ts';
export { type DriveOptions, type DriveReport, drive } from './drive.ts';
export { exitCode, exitCodeOf } from './exit-code.ts';
export { explain, explainText } from './explain.ts';
export { reportText } from './report.ts';
