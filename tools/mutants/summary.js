// The results of a file's mutants, in words.

/** The percentage of mutants that must be noticed. */
export const leastScore = 85;

/** @typedef {{ file: string, line: number, before: string, after: string, outcome: string }} Tried */

/** @param {readonly Tried[]} tried */
export function countsOf(tried) {
  const count = (...outcomes) => tried.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const [killed, timedOut, survived] = [count('killed'), count('timedOut'), count('survived', 'unmet')];
  const score = tried.length === 0 ? 100 : ((killed + timedOut) / tried.length) * 100;
  return { mutants: tried.length, killed, timedOut, survived, score };
}

const short = (text) => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

/** @param {Tried} mutant */
export function lineOf({ file, line, before, after, outcome }) {
  const change = after === '' ? 'left out' : `→ ${short(after)}`;
  return `  ${file}:${line}  ${short(before)}  ${change}${outcome === 'unmet' ? '  (no test comes by)' : ''}`;
}

/** @param {string} name @param {readonly Tried[]} tried */
export function rowOf(name, tried) {
  const { mutants, killed, timedOut, survived, score } = countsOf(tried);
  return `${score.toFixed(0).padStart(3)} %  ${String(mutants).padStart(4)} mutants  ${String(killed).padStart(4)} killed  ${String(
    timedOut,
  ).padStart(3)} timed out  ${String(survived).padStart(3)} survived  ${name}`;
}
