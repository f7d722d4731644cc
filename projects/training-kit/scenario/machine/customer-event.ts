/**
 * What a scripted customer learns. `atMs`: milliseconds since both hear each other.
 *
 * `begun`: both hear each other. `speaks`, `stops`: the operator. `said`: the line given last was spoken to its end.
 * `muted`: the desk says so. `passed`: it is `atMs` now, as `wakeAt` wished. `codeSaved`: a call code, by its id and its
 * name. `ended`: the call is over; only `codeSaved` may follow.
 */
export type CustomerEvent =
  | { readonly type: 'begun' | 'speaks' | 'said' | 'held' | 'resumed' | 'passed' | 'ended'; readonly atMs: number }
  | { readonly type: 'stops'; readonly atMs: number; readonly spokenMs: number }
  | { readonly type: 'muted'; readonly atMs: number; readonly muted: boolean }
  | { readonly type: 'tone'; readonly atMs: number; readonly tone: string }
  | { readonly type: 'codeSaved'; readonly atMs: number; readonly id: string; readonly name: string };
