/** Names of the shortcuts that the operator can change. */
export const shortcutNames = [
  'primary',
  'clear',
  'mute',
  'hold',
  'keys',
  'note',
  'pause',
  'readiness',
  'help',
] as const;

/** One of the shortcuts that the operator can change. */
export type ShortcutName = (typeof shortcutNames)[number];
