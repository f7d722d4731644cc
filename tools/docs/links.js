// Turns the links between the repository's documents into links between the site's pages.
import { dirname, join, normalize, relative } from 'node:path/posix';

/**
 * @typedef {object} Places
 * @property {ReadonlyMap<string, string>} routes the address of each document that is a page
 * @property {(image: string) => void} picture gets each picture that a page shows, relative to the repository
 */

/**
 * The text of a document as a page of the site. A link to a file that is no page becomes its words; code is untouched.
 *
 * @param {string} text
 * @param {string} file the document, relative to the repository
 * @param {Places} places
 */
export function asPage(text, file, { routes, picture }) {
  const own = routes.get(file) ?? file;
  return outsideCode(withoutComments(text), (part) =>
    withoutTags(part).replace(/(!?)\[((?:[^\]`]|`[^`]*`)*)\]\(([^)\s]+)\)/g, (link, mark, words, to) => {
      if (/^(https?:|mailto:|#)/.test(to)) return link;
      const [path = '', anchor] = to.split('#');
      const target = normalize(join(dirname(file), path)).replace(/\/$/, '');
      if (mark === '!') {
        picture(target);
        return `![${words}](${near(own, `images/${target.split('/').at(-1)}`)})`;
      }
      const route = routes.get(target) ?? routes.get(`${target}/README.md`);
      if (route === undefined) return words;
      return `[${words}](${near(own, `${route}.md`)}${anchor === undefined ? '' : `#${anchor}`})`;
    }),
  );
}

/**
 * A path from one page to another.
 *
 * @param {string} from
 * @param {string} to
 */
function near(from, to) {
  const path = relative(dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

/**
 * Comments for the formatter are no text of a page.
 *
 * @param {string} text
 */
const withoutComments = (text) => text.replace(/^ *<!-- prettier-ignore[^>]*-->\n/gm, '');

/**
 * The documents have no HTML of their own: `<T>` outside code is text.
 *
 * @param {string} text
 */
const withoutTags = (text) =>
  text
    .split(/(`+[^`]*`+)/)
    .map((part, at) => (at % 2 === 0 ? part.replace(/<(?=[a-zA-Z/!])(?!https?:)/g, '\\<') : part))
    .join('');

/**
 * Changes the text outside fenced blocks of code.
 *
 * @param {string} text
 * @param {(part: string) => string} change
 */
const outsideCode = (text, change) =>
  text
    .split(/(^ *```[^]*?^ *```$)/m)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join('');
