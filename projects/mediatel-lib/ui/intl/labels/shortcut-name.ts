/** What a shortcut that can be changed does. */
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

export type ShortcutName = (typeof shortcutNames)[number];
