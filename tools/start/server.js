import { inRoot, ownNode } from './places.js';
import { run } from './run.js';

/**
 * The training server, until it ends; it says itself when it is `ready`, and where.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} [line]
 */
export function server(env, line) {
  const tsx = inRoot('node_modules', 'tsx', 'dist', 'cli.mjs');
  const folder = inRoot('projects', 'training-server');
  return run(ownNode, [tsx, '--tsconfig', `${folder}/tsconfig.json`, `${folder}/main.ts`], { env, line });
}
