import { CommandActions } from './command-actions';
import type { CommandName } from './command-status';

/** The actions that ask something of Mediatel: given in any tab, carried out in the leading one. */
export const mediatelCommands = [
  CommandActions.logIn,
  CommandActions.logOut,
  CommandActions.makeCall,
  CommandActions.hangUp,
  CommandActions.hold,
  CommandActions.retrieve,
  CommandActions.setMuted,
  CommandActions.setPredictive,
  CommandActions.takePause,
  CommandActions.cancelNextPause,
  CommandActions.endPause,
  CommandActions.saveCallCodes,
  CommandActions.restartAgent,
] as const;

export type MediatelCommand = ReturnType<(typeof mediatelCommands)[number]>;

type Fields = Readonly<Record<string, unknown>>;

/** What another tab's command must hold; it goes to Mediatel. `name`: under which its refusal is shown. */
interface Reading {
  readonly name: CommandName;
  readonly holds: (fields: Fields) => boolean;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNothing = (value: unknown): boolean => value === undefined || value === null || isText(value);
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const nothing = (): boolean => true;

const readings: Readonly<Record<MediatelCommand['type'], Reading>> = {
  [CommandActions.logIn.type]: { name: 'logIn', holds: nothing },
  [CommandActions.logOut.type]: { name: 'logOut', holds: nothing },
  [CommandActions.makeCall.type]: {
    name: 'makeCall',
    holds: ({ phoneNumber, queueName }) => isText(phoneNumber) && isTextOrNothing(queueName),
  },
  [CommandActions.hangUp.type]: { name: 'hangUp', holds: nothing },
  [CommandActions.hold.type]: { name: 'hold', holds: nothing },
  [CommandActions.retrieve.type]: { name: 'retrieve', holds: nothing },
  [CommandActions.setMuted.type]: { name: 'mute', holds: ({ muted }) => isFlag(muted) },
  [CommandActions.setPredictive.type]: { name: 'predictive', holds: ({ on }) => isFlag(on) },
  [CommandActions.takePause.type]: { name: 'pause', holds: ({ pauseId }) => isText(pauseId) },
  [CommandActions.cancelNextPause.type]: { name: 'pause', holds: nothing },
  [CommandActions.endPause.type]: { name: 'endPause', holds: nothing },
  [CommandActions.saveCallCodes.type]: {
    name: 'saveCallCodes',
    holds: ({ callTraceID, codeIds, pauseId }) =>
      isText(callTraceID) && Array.isArray(codeIds) && codeIds.every(isText) && isTextOrNothing(pauseId),
  },
  [CommandActions.restartAgent.type]: { name: 'restartAgent', holds: nothing },
};

/** Reads a command that another tab forwarded; `null` for anything else. */
export function readMediatelCommand(value: unknown): MediatelCommand | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Fields;
  const { type } = fields;
  if (!isText(type) || !Object.hasOwn(readings, type)) return null;
  return readings[type as MediatelCommand['type']].holds(fields) ? (value as MediatelCommand) : null;
}

/** The name under which a refusal of the command is shown. */
export const nameOf = ({ type }: MediatelCommand): CommandName => readings[type].name;
