import { readFileSync, readdirSync } from 'node:fs';

/**
 * The licences of the packages in a bundle, which ask for it.
 *
 * @param {string[]} inputs paths of the bundled files
 */
export function licencesOf(inputs) {
  const bundled = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  return [...bundled]
    .sort()
    .map((folder) => `${folder.replace(/^.*node_modules\//, '')}\n\n${licenceOf(folder)}`)
    .join('\n\n----\n\n');
}

/** @param {string} folder */
function licenceOf(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file !== undefined) return readFileSync(`${folder}/${file}`, 'utf8');
  // Some packages only name their licence.
  const { license, author } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  if (typeof license !== 'string') throw new Error(`${folder} has no licence`);
  return `${license}, by ${typeof author === 'string' ? author : (author?.name ?? 'its contributors')}`;
}
