/** The files that a build's entry page loads by names with a hash: its program and its style. */
const hashed = /^(?:main|styles)-([\w-]{8,})\.(?:js|css)$/;

/** The hashes of these files, the program's first; empty if none has one, as in `ng serve`. */
const joined = (names: readonly string[]): string =>
  names
    .toSorted()
    .flatMap((name) => hashed.exec(name)?.[1] ?? [])
    .join(' ');

/** The files that an entry page loads. */
export const filesIn = (html: string): readonly string[] =>
  Array.from(html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g), ([, name = '']) => name);

/** The name of the build whose entry page this is. Any change of any file of a build changes its entry's names. */
export const buildNameIn = (html: string): string => joined(filesIn(html));

/** The name of the build that the page runs on. */
export const ownBuildName = (page: Document): string =>
  joined(
    Array.from(
      page.querySelectorAll('script[src], link[rel="stylesheet"]'),
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    ),
  );
