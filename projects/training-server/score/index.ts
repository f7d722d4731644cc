export { classCsv, classRows, findingsCsv, progressDays } from './class-table';
export { csv, csvSeparators } from './csv';
export type { CsvSeparator } from './csv';
export { createScores } from './scores';
export type { Scores } from './scores';
