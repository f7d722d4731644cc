import type { ConnectionMessage } from 'mediatel-lib/ports';

/** The messages with this one in place of the last of its kind. */
export const latestByType = (
  messages: readonly ConnectionMessage[],
  message: ConnectionMessage,
): readonly ConnectionMessage[] => [...messages.filter(({ type }) => type !== message.type), message];
