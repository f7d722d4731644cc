import type { ConnectionMessage } from 'mediatel-lib/ports';

/** Adds a message in place of the last one of its type. */
export const latestByType = (
  messages: readonly ConnectionMessage[],
  message: ConnectionMessage,
): readonly ConnectionMessage[] => [...messages.filter(({ type }) => type !== message.type), message];
