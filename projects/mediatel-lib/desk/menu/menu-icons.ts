import type { IconOutline } from 'mediatel-lib/ui';

/**
 * Icons that only the menu shows. They load with it: all icons of `ui` load before the desk shows.
 *
 * Most are Material Icons (Google, Apache-2.0).
 */
export const menuIcons = {
  keyboard: {
    outline:
      'M20 5H4c-1.1 0-2 .9-2 2v10c0 1.1.9 2 2 2h16c1.1 0 2-.9 2-2V7c0-1.1-.9-2-2-2zm-9 3h2v2h-2zm0 3h2v2h-2zM8 8h2v2H8zm0 3h2v2H8zm-1 2H5v-2h2zm0-3H5V8h2zm9 7H8v-2h8zm0-4h-2v-2h2zm0-3h-2V8h2zm3 3h-2v-2h2zm0-3h-2V8h2z',
  },
  language: {
    outline:
      'M12.87 15.07l-2.54-2.51.03-.03A17.5 17.5 0 0 0 14.07 6H17V4h-7V2H8v2H1v2h11.17A15.7 15.7 0 0 1 9 11.35 15.6 15.6 0 0 1 6.69 8h-2a17.6 17.6 0 0 0 2.98 4.56l-5.09 5.02L4 19l5-5 3.11 3.11zM18.5 10h-2L12 22h2l1.12-3h4.75L21 22h2zm-2.62 7l1.62-4.33L19.12 17z',
  },
  corner: {
    outline: 'M5 5v14h14v-6h-2v4H7V7h4V5zm8 0v2h2.59l-6.3 6.29 1.42 1.42L17 8.41V11h2V5z',
  },
  logOut: {
    outline:
      'M17 7l-1.41 1.41L18.17 11H8v2h10.17l-2.58 2.58L17 17l5-5zM4 5h8V3H4c-1.1 0-2 .9-2 2v14c0 1.1.9 2 2 2h8v-2H4z',
  },
} as const satisfies Readonly<Record<string, IconOutline>>;
