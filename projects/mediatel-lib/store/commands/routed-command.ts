import type { CallKey } from '../state/call/call-key';
import { CommandActions } from '../state/command-actions';
import { type CommandRule, type PlainName, commandRules, plainActions } from '../state/command-rules';
import type { CommandName, MediatelCommand } from '../state/command-status';

/** Composed commands whose action has fields, or no command's name. */
const otherComposed = [
  CommandActions.setMuted,
  CommandActions.setPredictive,
  CommandActions.takePause,
  CommandActions.cancelNextPause,
  CommandActions.saveCallCodes,
] as const;
/** All commands whose action is not plain. */
const otherCommands = [CommandActions.makeCall, ...otherComposed] as const;

/** Commands that take more than one request to Mediatel, or the phone too. `composed-command.ts` composes them. */
const composedCommands = [CommandActions.hangUp, ...otherComposed] as const;

/** The actions that request something from Mediatel. Any tab dispatches them, the leading tab executes them. */
export const routedCommands = [...Object.values(plainActions), ...otherCommands];

type PlainCommand = ReturnType<(typeof plainActions)[PlainName]>;
type OtherCommand = ReturnType<(typeof otherCommands)[number]>;

/** An action of `routedCommands`. */
export type RoutedCommand = PlainCommand | OtherCommand;

/** An action that is composed of several steps. Every other action is one command to Mediatel. */
export type ComposedCommand = ReturnType<(typeof composedCommands)[number]>;

const composedTypes: ReadonlySet<string> = new Set(composedCommands.map(({ type }) => type));

/** Whether the action is composed of several steps. */
export const isComposed = (action: RoutedCommand): action is ComposedCommand => composedTypes.has(action.type);

type Fields = Readonly<Record<string, unknown>>;

/** How a command from another tab is checked before it goes to Mediatel. A refusal shows under `name`. */
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

/** The command to Mediatel that an action stands for. */
export function commandOf(action: Exclude<RoutedCommand, ComposedCommand>): MediatelCommand {
  if (action.type === CommandActions.makeCall.type) {
    const { phoneNumber, queueName = null } = action;
    return { name: 'makeCall', phoneNumber, queueName };
  }
  const { type }: PlainCommand = action;
  return { name: readings[type].name as PlainName };
}

/** A command and the call in which it was given. When it reaches the leading tab, there may be another call. */
export interface GivenElsewhere {
  readonly command: RoutedCommand;
  readonly call: CallKey;
}

/** Reads a command that another tab forwarded; `null` if the value is no valid command. */
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

/** Whether a command for one call would act on another call. Mediatel's requests name no call. */
export const isForAnotherCall = ({ command, call }: GivenElsewhere, current: CallKey): boolean =>
  isOfCall(nameOf(command)) &&
  call.callTraceID !== null &&
  current.callTraceID !== null &&
  call.callTraceID !== current.callTraceID;

/** The command with this tab's call number: a call without an id is known by its number, and each tab counts calls for itself. */
export function inOwnNumbers({ command, call }: GivenElsewhere, current: CallKey): RoutedCommand {
  if (command.type !== CommandActions.saveCallCodes.type) return command;
  const isCurrent = call.callNumber !== null && command.callNumber === call.callNumber;
  return { ...command, callNumber: isCurrent ? current.callNumber : null };
}

/** The command name under which a refusal shows. */
export const nameOf = ({ type }: RoutedCommand): CommandName => readings[type].name;
