// `llms.txt`: the pages with one line each, for programs that read documentation (llmstxt.org).
import { groups } from './pages.js';

/**
 * @param {readonly import('./pages.js').Page[]} pages
 * @param {readonly { title: string, route: string, summary: string }[]} api
 */
export function llmsText(pages, api) {
  const line = (/** @type {{ title: string, route: string, summary: string }} */ { title, route, summary }) =>
    `- [${title}](${route}.html)${summary === '' ? '' : `: ${summary}`}`;
  const sections = groups.map((group) => {
    const lines = pages.filter((page) => page.group === group).map(line);
    return `## ${group}\n\n${lines.join('\n')}`;
  });
  return [
    '# mediatel-lib',
    '> An Angular agent desktop for CRMs whose calls run on Mediatel: state and commands over Socket.IO, voice over SIP and WebRTC, Material components. All pages in one file: llms-full.txt.',
    ...sections,
    `## API reference\n\n${api.map(line).join('\n')}`,
    '',
  ].join('\n\n');
}
