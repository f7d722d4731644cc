import { inRoot, ownNode } from './places.js';
import { run } from './run.js';

/**
 * Runs the training server until it ends. It prints `ready` and its address itself.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} [line]
 */
export function server(env, line) {
  const tsx = inRoot('node_modules', 'tsx', 'dist', 'cli.mjs');
  const folder = inRoot('projects', 'training-server');
  return run(ownNode, [tsx, '--tsconfig', `${folder}/tsconfig.json`, `${folder}/main.ts`], { env, line });
}
