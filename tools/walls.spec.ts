import { ESLint } from 'eslint';

const eslint = new ESLint();

/** What the lint says of an import standing in a file. */
async function verdict(file: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? [])
    .map(({ ruleId }) => ruleId ?? 'fatal')
    .filter((rule) => rule === 'boundaries/dependencies' || rule === 'no-restricted-imports' || rule === 'fatal');
}

const lib = 'projects/mediatel-lib';
const wall = ['boundaries/dependencies'];

describe('the walls of the house', () => {
  it.each([
    [
      'the protocol imports Angular',
      `${lib}/protocol/x.ts`,
      "import { inject } from '@angular/core';\nexport const y = inject;",
    ],
    ['the protocol imports a port', `${lib}/protocol/x.ts`, "export { Clock } from 'mediatel-lib/ports';"],
    ['ui imports the store', `${lib}/ui/x.ts`, "export { translate } from 'mediatel-lib/store';"],
    ['the store imports ui', `${lib}/store/x.ts`, "export * from 'mediatel-lib/ui';"],
    ['the primary imports the desk', `${lib}/src/x.ts`, "export * from 'mediatel-lib/desk';"],
    ['the primary loads the desk', `${lib}/src/x.ts`, "export const y = () => import('mediatel-lib/desk');"],
    ['the store imports JsSIP', `${lib}/store/x.ts`, "export { UA } from 'jssip';"],
    ['the tabs load the connection', `${lib}/tabs/x.ts`, "export const y = () => import('mediatel-lib/connection');"],
    ['the store imports the tabs', `${lib}/store/x.ts`, "export * from 'mediatel-lib/tabs';"],
    ['the recorder imports the tabs', `${lib}/recorder/x.ts`, "export * from 'mediatel-lib/tabs';"],
    ['the desk loads the recorder', `${lib}/desk/x.ts`, "export const y = () => import('mediatel-lib/recorder');"],
    ['the desk loads JsSIP', `${lib}/desk/x.ts`, "export const y = () => import('jssip');"],
    ['the store imports the socket', `${lib}/store/x.ts`, "export { Socket } from 'ngx-socket-io';"],
    ['the store imports Material', `${lib}/store/x.ts`, "export { MatDialog } from '@angular/material/dialog';"],
    ['the training server imports the store', 'projects/training-server/x.ts', "export * from 'mediatel-lib/store';"],
  ])('stand when %s', async (_, file, code) => {
    expect(await verdict(file, code)).toEqual(wall);
  });

  it('stand when a room is entered past its entry point', async () => {
    expect(await verdict(`${lib}/store/x.ts`, "export { text } from '../protocol/decode-field';")).toContain(
      'no-restricted-imports',
    );
  });

  it.each([
    ['the softphone loads JsSIP', `${lib}/softphone/x.ts`, "export const y = () => import('jssip');"],
    ['the primary loads the phone', `${lib}/src/x.ts`, "export const y = () => import('mediatel-lib/softphone');"],
    ['the desk imports ui', `${lib}/desk/x.ts`, "export * from 'mediatel-lib/ui';"],
    ['the store imports ports', `${lib}/store/x.ts`, "export * from 'mediatel-lib/ports';"],
    ['ui imports Material', `${lib}/ui/x.ts`, "export { MatDialog } from '@angular/material/dialog';"],
    [
      'the training server imports the protocol',
      'projects/training-server/x.ts',
      "export * from 'mediatel-lib/protocol';",
    ],
    ['a spec uses the fakes', `${lib}/store/x.spec.ts`, "export * from 'mediatel-lib/testing';"],
  ])('open when %s', async (_, file, code) => {
    expect(await verdict(file, code)).toEqual([]);
  });
});
