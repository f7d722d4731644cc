import type { IconName as LibraryIconName, IconOutline } from 'mediatel-lib/ui';

/** Outlines that the library does not have, on a grid of 24. Most are Material Icons (Google, Apache-2.0). */
const own = {
  // Keeps the place of an icon.
  blank: 'M0 0z',
  done: 'M9 16.17 4.83 12l-1.42 1.41L9 19 21 7l-1.41-1.41z',
  back: 'M20 11H7.83l5.59-5.59L12 4l-8 8 8 8 1.41-1.41L7.83 13H20z',
  logOut:
    'M17 7l-1.41 1.41L18.17 11H8v2h10.17l-2.58 2.58L17 17l5-5zM4 5h8V3H4c-1.1 0-2 .9-2 2v14c0 1.1.9 2 2 2h8v-2H4z',
  people:
    'M16 11c1.66 0 2.99-1.34 2.99-3S17.66 5 16 5s-3 1.34-3 3 1.34 3 3 3zm-8 0c1.66 0 2.99-1.34 2.99-3S9.66 5 8 5 5 6.34 5 8s1.34 3 3 3zm0 2c-2.33 0-7 1.17-7 3.5V19h14v-2.5c0-2.33-4.67-3.5-7-3.5zm8 0c-.29 0-.62.02-.97.05 1.16.84 1.97 1.97 1.97 3.45V19h6v-2.5c0-2.33-4.67-3.5-7-3.5z',
  training: 'M5 13.18v4L12 21l7-3.82v-4L12 17zM12 3 1 9l11 6 9-4.91V17h2V9z',
  board:
    'M3 5v14h18V5zm16 6h-3.33V7H19zm-5.33 0h-3.33V7h3.33zM8.33 7v4H5V7zM5 17v-4h3.33v4zm5.33 0v-4h3.33v4zm5.34 0v-4H19v4z',
  // Drawn for this app: Material has no ear of this weight.
  ear: 'M12 2a6 6 0 0 0-6 6h2a4 4 0 1 1 6.9 2.8C13.4 12.3 12.5 13.3 12 15.4c-.3 1.2-.5 2.2-1.4 2.8-.9.5-2 .3-2.6-.5l-1.6 1.2a4 4 0 0 0 5.2 1c1.6-.9 2-2.5 2.4-4 .4-1.5 1-2.2 2.4-3.7A6 6 0 0 0 12 2zm0 3.5A2.5 2.5 0 0 0 9.5 8c0 1 .6 1.9 1.5 2.3l.8-1.8a.5.5 0 1 1 .7-.5h2A2.5 2.5 0 0 0 12 5.5z',
  flag: 'M14.4 6 14 4H5v17h2v-7h5.6l.4 2h7V6z',
  stop: 'M6 6h12v12H6z',
  hint: 'M9 21c0 .55.45 1 1 1h4c.55 0 1-.45 1-1v-1H9zm3-19C8.14 2 5 5.14 5 9c0 2.38 1.19 4.47 3 5.74V17c0 .55.45 1 1 1h6c.55 0 1-.45 1-1v-2.26c1.81-1.27 3-3.36 3-5.74 0-3.86-3.14-7-7-7z',
  language:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm6.93 6h-2.95a15.7 15.7 0 0 0-1.38-3.56A8.03 8.03 0 0 1 18.93 8zM12 4.04c.83 1.2 1.48 2.53 1.91 3.96h-3.82c.43-1.43 1.08-2.76 1.91-3.96zM4.26 14a8.2 8.2 0 0 1 0-4h3.38a16.5 16.5 0 0 0 0 4zm.81 2h2.95c.32 1.25.78 2.45 1.38 3.56A7.99 7.99 0 0 1 5.07 16zm2.95-8H5.07A7.99 7.99 0 0 1 9.4 4.44 15.7 15.7 0 0 0 8.02 8zM12 19.96A14 14 0 0 1 10.09 16h3.82A14 14 0 0 1 12 19.96zM14.34 14H9.66a14.7 14.7 0 0 1 0-4h4.68a14.6 14.6 0 0 1 0 4zm.25 5.56c.6-1.11 1.06-2.31 1.38-3.56h2.95a8.03 8.03 0 0 1-4.33 3.56zM16.36 14a16.5 16.5 0 0 0 0-4h3.38a8.2 8.2 0 0 1 0 4z',
  light:
    'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM11 1h2v4h-2zm0 18h2v4h-2zM1 11h4v2H1zm18 0h4v2h-4zM4.22 5.64l1.42-1.42 2.83 2.83-1.42 1.42zm11.31 11.31 1.42-1.42 2.83 2.83-1.42 1.42zm-11.31 1.41 2.83-2.83 1.42 1.42-2.83 2.83zM15.53 7.05l2.83-2.83 1.42 1.42-2.83 2.83z',
  dark: 'M12 3a9 9 0 1 0 9 9c0-.46-.04-.92-.1-1.36a5.39 5.39 0 0 1-4.4 2.26 5.4 5.4 0 0 1-3.14-9.8A9 9 0 0 0 12 3z',
  system: 'M3 3h18a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-7v2h2v2H8v-2h2v-2H3a2 2 0 0 1-2-2V5c0-1.1.9-2 2-2zm0 2v11h18V5z',
  contrast: 'M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zm1-17.93a8 8 0 0 1 0 15.86z',
  side: 'M3 4v16h18V4zm2 2h8v12H5z',
  floating: 'M3 4v16h18V4zm2 2h14v4h-7v8H5z',
  across: 'M3 4v16h18V4zm2 2h14v6H5z',
  previous: 'M6 6h2v12H6zm3.5 6 8.5 6V6z',
  next: 'M6 18l8.5-6L6 6zM16 6v12h2V6z',
  speaks: 'M20 2H4c-1.1 0-2 .9-2 2v18l4-4h14c1.1 0 2-.9 2-2V4c0-1.1-.9-2-2-2zM6 9h12v2H6zm8 5H6v-2h8zm4-6H6V6h12z',
  busy: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm5 11H7v-2h10z',
  echo: 'M7 7h10v3l4-4-4-4v3H5v6h2zm10 10H7v-3l-4 4 4 4v-3h12v-6h-2z',
} as const;

type OwnIconName = keyof typeof own;

export type IconName = LibraryIconName | OwnIconName;

const isOwn = (name: IconName): name is OwnIconName => Object.hasOwn(own, name);

/** The library icon's input for a name. */
export const outlineOf = (name: IconName): LibraryIconName | IconOutline =>
  isOwn(name) ? { outline: own[name] } : name;
