import type { Action } from '@ngrx/store';
import { CommandActions, CommandOutcomes } from '../state/command-actions';
import type { CommandName, ToggleName } from '../state/command-status';
import type { CommandContext } from '../selectors/command-refusal';
import { type RoutedCommand, nameOf } from './routed-command';

/**
 * How the leading tab took a command, so that the tab in which it was given recognises its outcome. Plain data.
 *
 * `done`: it took effect at once. `sent`: a sending with this `request` is pending. `wanted`: a toggle is pending, and gets
 * the value `on` after it. `ending`: the phone ends the SIP call.
 */
export type CommandReceipt =
  | { readonly status: 'done' }
  | { readonly status: 'sent'; readonly command: CommandName; readonly request: string }
  | { readonly status: 'wanted'; readonly command: ToggleName; readonly on: boolean }
  | { readonly status: 'ending'; readonly callId: string };

const done: CommandReceipt = { status: 'done' };

const refusedType: string = CommandOutcomes.commandRefused.type;

function isSent(action: Action): action is ReturnType<typeof CommandOutcomes.commandSent> {
  return action.type === CommandOutcomes.commandSent.type;
}

/** The toggle and its value of a command that toggles; `null` for another one. */
function toggleOf(command: RoutedCommand): { readonly name: ToggleName; readonly on: boolean } | null {
  if (command.type === CommandActions.setMuted.type) return { name: 'mute', on: command.muted };
  return command.type === CommandActions.setPredictive.type ? { name: 'predictive', on: command.on } : null;
}

/**
 * The receipt of a command with these outcomes; `null` if it was refused. `before`: the state in which a composed command was
 * given. Other commands are sent or refused, whatever the state.
 */
export function receiptOf(
  command: RoutedCommand,
  outcomes: readonly Action[],
  before: CommandContext | null,
): CommandReceipt | null {
  // The first outcome is that of the command. A pause after saved codes has its own.
  const [first] = outcomes;
  if (first?.type === refusedType) return null;
  const name = nameOf(command);
  if (first !== undefined && isSent(first)) return { status: 'sent', command: name, request: first.given.request };
  if (before === null) return done;
  const { commands, softphone } = before;
  const pending = commands.statuses[name];
  const toggle = toggleOf(command);
  if (toggle !== null) {
    const isFollowing = first !== undefined || pending.status === 'pending';
    return isFollowing ? { status: 'wanted', command: toggle.name, on: toggle.on } : done;
  }
  if (name !== 'hangUp') return done;
  // A second press does nothing: its outcome is that of the first.
  if (pending.status === 'pending') return { status: 'sent', command: name, request: pending.given.request };
  return softphone.call === null ? done : { status: 'ending', callId: softphone.call.callId };
}

const statuses: readonly unknown[] = ['done', 'sent', 'wanted', 'ending'] satisfies readonly CommandReceipt['status'][];

/** Reads a receipt of the leading tab, which runs the same version; `null` if it gave none. */
export function readReceipt(value: unknown): CommandReceipt | null {
  if (typeof value !== 'object' || value === null || !('status' in value)) return null;
  return statuses.includes(value.status) ? (value as CommandReceipt) : null;
}
