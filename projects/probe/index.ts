export { probeFileOf } from './file/probe-file-of';
export { probe } from './probe';
export type { ProbeReport, Row } from './probe';
export type { ProbeOptions } from './probe-options';
