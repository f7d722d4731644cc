import type { CallKey } from '../state/call/call-key';
import { CommandActions } from '../state/command-actions';
import { type CommandRule, type PlainName, commandRules, plainActions } from '../state/command-rules';
import type { CommandName } from '../state/command-status';

/** Commands that carry something, or are carried out in a way of their own. */
const otherCommands = [
  CommandActions.makeCall,
  CommandActions.setMuted,
  CommandActions.setPredictive,
  CommandActions.takePause,
  CommandActions.cancelNextPause,
  CommandActions.saveCallCodes,
] as const;

/** The actions that ask something of Mediatel: given in any tab, carried out in the leading one. */
export const routedCommands = [...Object.values(plainActions), ...otherCommands];

type PlainCommand = ReturnType<(typeof plainActions)[PlainName]>;
type OtherCommand = ReturnType<(typeof otherCommands)[number]>;

export type RoutedCommand = PlainCommand | OtherCommand;

type Fields = Readonly<Record<string, unknown>>;

/** What another tab's command must hold; it goes to Mediatel. `name`: under which its refusal is shown. */
interface Reading {
  readonly name: CommandName;
  readonly holds: (fields: Fields) => boolean;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNothing = (value: unknown): boolean => value === undefined || value === null || isText(value);
const isNumberOrNothing = (value: unknown): boolean => value === undefined || value === null || Number.isFinite(value);
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const nothing = (): boolean => true;

const otherReadings: Readonly<Record<OtherCommand['type'], Reading>> = {
  [CommandActions.makeCall.type]: {
    name: 'makeCall',
    holds: ({ phoneNumber, queueName }) => isText(phoneNumber) && isTextOrNothing(queueName),
  },
  [CommandActions.setMuted.type]: { name: 'mute', holds: ({ muted }) => isFlag(muted) },
  [CommandActions.setPredictive.type]: { name: 'predictive', holds: ({ on }) => isFlag(on) },
  [CommandActions.takePause.type]: { name: 'pause', holds: ({ pauseId }) => isText(pauseId) },
  [CommandActions.cancelNextPause.type]: { name: 'pause', holds: nothing },
  [CommandActions.saveCallCodes.type]: {
    name: 'saveCallCodes',
    holds: ({ callTraceID, callNumber, codeIds, pauseId }) =>
      isTextOrNothing(callTraceID) &&
      isNumberOrNothing(callNumber) &&
      Array.isArray(codeIds) &&
      codeIds.every(isText) &&
      isTextOrNothing(pauseId),
  },
};

const plainNames = Object.keys(plainActions) as readonly PlainName[];

const readings = {
  ...Object.fromEntries(plainNames.map((name) => [plainActions[name].type, { name, holds: nothing }])),
  ...otherReadings,
} as Readonly<Record<RoutedCommand['type'], Reading>>;

/** The command's own name, where its action carries nothing. */
export const plainNameOf = ({ type }: PlainCommand): PlainName => readings[type].name as PlainName;

/** A command and the call in which it was given: by the time that it reaches the leading tab there may be another. */
export interface GivenElsewhere {
  readonly command: RoutedCommand;
  readonly call: CallKey;
}

/** Reads what another tab forwarded; `null` for anything else. */
export function readGivenElsewhere(value: unknown): GivenElsewhere | null {
  const { command, call } = fieldsOf(value);
  const { type, ...fields } = fieldsOf(command);
  const { callTraceID = null, callNumber = null } = fieldsOf(call);
  if (
    !isTextOrNothing(callTraceID) ||
    !isNumberOrNothing(callNumber) ||
    !isText(type) ||
    !Object.hasOwn(readings, type)
  )
    return null;
  if (!readings[type as RoutedCommand['type']].holds(fields)) return null;
  return { command: command as RoutedCommand, call: { callTraceID, callNumber } as CallKey };
}

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

const isOfCall = (name: CommandName): boolean => (commandRules[name] as CommandRule).ofCall === true;

/** Whether a command for one call has come to another. Mediatel's requests name no call. */
export const isForAnotherCall = ({ command, call }: GivenElsewhere, current: CallKey): boolean =>
  isOfCall(nameOf(command)) &&
  call.callTraceID !== null &&
  current.callTraceID !== null &&
  call.callTraceID !== current.callTraceID;

/** The command as this tab gives it: calls without an id are known by a number that is each tab's own. */
export function inOwnNumbers({ command, call }: GivenElsewhere, current: CallKey): RoutedCommand {
  if (command.type !== CommandActions.saveCallCodes.type) return command;
  const isCurrent = call.callNumber !== null && command.callNumber === call.callNumber;
  return { ...command, callNumber: isCurrent ? current.callNumber : null };
}

/** The name under which a refusal of the command is shown. */
export const nameOf = ({ type }: RoutedCommand): CommandName => readings[type].name;
