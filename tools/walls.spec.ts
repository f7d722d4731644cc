import { ESLint } from 'eslint';

const eslint = new ESLint();

/** The messages of lint for an import in a file. */
async function verdict(file: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? [])
    .map(({ ruleId }) => ruleId ?? 'fatal')
    .filter((rule) => rule === 'boundaries/dependencies' || rule === 'rooms/own-room' || rule === 'fatal');
}

/** How often lint says that code belongs into another file. */
async function misplaced(file: string, code: string): Promise<number> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? []).filter(({ ruleId }) => ruleId === 'no-restricted-syntax').length;
}

const lib = 'projects/mediatel-lib';
const wall = ['boundaries/dependencies'];

describe('the walls between rooms', () => {
  it.each([
    [
      'the protocol imports Angular',
      `${lib}/protocol/x.ts`,
      "import { inject } from '@angular/core';\nexport const y = inject;",
    ],
    ['the protocol imports a port', `${lib}/protocol/x.ts`, "export { Clock } from 'mediatel-lib/ports';"],
    ['the protocol imports the hub’s wire', `${lib}/protocol/x.ts`, "export * from 'mediatel-lib/hub-protocol';"],
    [
      'the hub’s wire imports Angular',
      `${lib}/hub-protocol/x.ts`,
      "import { inject } from '@angular/core';\nexport const y = inject;",
    ],
    ['the hub’s wire imports a port', `${lib}/hub-protocol/x.ts`, "export { Clock } from 'mediatel-lib/ports';"],
    ['the primary shows the hub’s wire', `${lib}/src/x.ts`, "export * from 'mediatel-lib/hub-protocol';"],
    ['the recorder imports the hub’s wire', `${lib}/recorder/x.ts`, "export * from 'mediatel-lib/hub-protocol';"],
    ['ui imports the store', `${lib}/ui/x.ts`, "export { translate } from 'mediatel-lib/store';"],
    ['ui imports the rest client', `${lib}/ui/x.ts`, "export { MediatelRecordings } from 'mediatel-lib/rest';"],
    ['the store imports ui', `${lib}/store/x.ts`, "export * from 'mediatel-lib/ui';"],
    ['the primary imports the desk', `${lib}/src/x.ts`, "export * from 'mediatel-lib/desk';"],
    ['the primary loads the desk', `${lib}/src/x.ts`, "export const y = () => import('mediatel-lib/desk');"],
    ['the store imports JsSIP', `${lib}/store/x.ts`, "export { UA } from 'jssip';"],
    [
      'the tabs load the connection',
      `${lib}/private/tabs/x.ts`,
      "export const y = () => import('mediatel-lib/private/connection');",
    ],
    ['the store imports the tabs', `${lib}/store/x.ts`, "export * from 'mediatel-lib/private/tabs';"],
    ['the recorder imports the tabs', `${lib}/recorder/x.ts`, "export * from 'mediatel-lib/private/tabs';"],
    ['the desk loads the recorder', `${lib}/desk/x.ts`, "export const y = () => import('mediatel-lib/recorder');"],
    ['the desk loads JsSIP', `${lib}/desk/x.ts`, "export const y = () => import('jssip');"],
    ['the store imports the socket', `${lib}/store/x.ts`, "export { Socket } from 'ngx-socket-io';"],
    ['the store imports Material', `${lib}/store/x.ts`, "export { MatDialog } from '@angular/material/dialog';"],
    ['a folder of ui imports the store', `${lib}/ui/call-card/x.ts`, "export * from 'mediatel-lib/store';"],
    ['the server kit imports the hub', 'projects/server-kit/x.ts', "export { Hub } from '../supervisor-hub';"],
    ['the server kit imports the protocol', 'projects/server-kit/x.ts', "export * from 'mediatel-lib/protocol';"],
    ['the desk imports the test kit', `${lib}/desk/x.ts`, "export { until } from 'test-kit';"],
    ['a server imports the test kit', 'projects/supervisor-hub/x.ts', "export { until } from 'test-kit';"],
    ['the test kit imports the fakes', 'projects/test-kit/x.ts', "export * from 'mediatel-lib/testing';"],
    [
      'a host imports a private room',
      'projects/demo-app/x.ts',
      "export { provideTabs } from 'mediatel-lib/private/tabs';",
    ],
    [
      'the schematics import the library',
      `${lib}/schematics/ng-add/x.ts`,
      "export { AgentSession } from 'mediatel-lib/store';",
    ],
    ['the training server imports the store', 'projects/training-server/x.ts', "export * from 'mediatel-lib/store';"],
    ['the probe imports the training server', 'projects/probe/x.ts', "export * from '../training-server';"],
    ['the probe imports the recorder', 'projects/probe/x.ts', "export * from 'mediatel-lib/recorder';"],
    ['the training server imports the probe', 'projects/training-server/x.ts', "export * from '../probe';"],
  ])('refuse: %s', async (_, file, code) => {
    expect(await verdict(file, code)).toEqual(wall);
  });

  it.each([
    [
      'a room is not entered by its entry point',
      `${lib}/store/x.ts`,
      "export { text } from '../protocol/decode-field';",
    ],
    ['a folder leaves its room', `${lib}/store/state/x.ts`, "export { text } from '../../protocol/decode-field';"],
    ['a room is left by its own name', `${lib}/store/x.ts`, "export { y } from '../store-of-others/y';"],
    ['a room is left for the library’s top', `${lib}/store/state/x.ts`, "export * from '../..';"],
    ['a chunk comes from behind a door', `${lib}/desk/x.ts`, "export const y = () => import('../ui/icon');"],
    ['a type comes from behind a door', `${lib}/desk/pages/x.ts`, "export type Y = import('../../ui/icon').Icon;"],
    [
      'a template is another room’s',
      `${lib}/desk/pages/x.ts`,
      "export const y = { templateUrl: '../../ui/icon.html' };",
    ],
    ['a style is another room’s', `${lib}/desk/pages/x.ts`, "export const y = { styleUrls: ['../../ui/icon.scss'] };"],
    ['a package path leads past the door', `${lib}/store/x.ts`, "export * from 'mediatel-lib/protocol/decode-field';"],
    [
      'a package path leads past a private door',
      `${lib}/src/x.ts`,
      "export * from 'mediatel-lib/private/tabs/channel/tab-channel';",
    ],
    ['a private room is left for another', `${lib}/private/tabs/x.ts`, "export * from '../connection/index';"],
    [
      'the server kit is entered past its door',
      'projects/training-server/http/x.ts',
      "export * from '../../server-kit/gate';",
    ],
    ['a spec enters the test kit past its door', `${lib}/store/x.spec.ts`, "export * from '../../test-kit/until';"],
    ['a spec enters the kit past its door', 'projects/supervisor-hub/x.spec.ts', "export * from '../server-kit/gate';"],
    ['the hub is entered past its door', 'projects/training-server/x.ts', "export * from '../supervisor-hub/teams';"],
    [
      'the hub’s code is loaded past its door',
      'projects/training-server/x.ts',
      "export const y = () => import('../supervisor-hub/hub');",
    ],
    [
      'a server enters the library by a path',
      'projects/supervisor-hub/x.ts',
      "export * from '../mediatel-lib/protocol/state';",
    ],
    [
      'the probe enters the server kit past its door',
      'projects/probe/observe/x.ts',
      "export * from '../../server-kit/dialect';",
    ],
    [
      'a spec of the probe enters the training server past its door',
      'projects/probe/x.spec.ts',
      "export * from '../training-server/server';",
    ],
    ['a style sheet leaves its room', `${lib}/desk/x.scss`, "@use '../ui/note-field';"],
    [
      'a style sheet leaves its room from a folder',
      `${lib}/desk/pages/x.scss`,
      "// why\n@forward '../../ui/note-field';",
    ],
    ['a style sheet goes past the door', `${lib}/desk/x.scss`, "@use 'mediatel-lib/ui/note-field' as note;"],
  ])('refuse: %s', async (_, file, code) => {
    expect(await verdict(file, code)).toContain('rooms/own-room');
  });

  it.each([
    [
      'the hub imports the training server',
      'projects/supervisor-hub/x.ts',
      "export * from '../training-server/farm/farm';",
    ],
    ['the desk imports the server kit', `${lib}/desk/x.ts`, "export * from '../../server-kit';"],
  ])('refuse by both rules: %s', async (_, file, code) => {
    expect((await verdict(file, code)).toSorted()).toEqual([...wall, 'rooms/own-room']);
  });

  it('refuses a style sheet that uses a forbidden room', async () => {
    expect(await verdict(`${lib}/ui/x.scss`, "@use 'mediatel-lib/desk';")).toEqual(wall);
  });

  it.each([
    ['a folder imports another of its room', `${lib}/store/commands/x.ts`, "export { y } from '../state/y';"],
    ['a folder in a folder imports its room', `${lib}/desk/pages/calls/x.ts`, "export { y } from '../../state/y';"],
    ['a folder loads another', `${lib}/desk/pages/x.ts`, "export const y = () => import('../state/y');"],
    ['a style sheet uses another of its room', `${lib}/desk/pages/calls/x.scss`, "@use '../../styles/page-list';"],
    [
      'a style sheet uses one beside it',
      `${lib}/desk/x.scss`,
      "@use 'sass:map';\n@use '@angular/material' as mat;\n@use 'y';",
    ],
    ['a style sheet uses a room through its door', `${lib}/desk/x.scss`, "@use 'mediatel-lib/ui';"],
  ])('allow: %s', async (_, file, code) => {
    expect(await verdict(file, code)).toEqual([]);
  });

  it.each([
    ['the softphone loads JsSIP', `${lib}/private/softphone/x.ts`, "export const y = () => import('jssip');"],
    [
      'the primary loads the phone',
      `${lib}/src/x.ts`,
      "export const y = () => import('mediatel-lib/private/softphone');",
    ],
    ['a host imports ui', 'projects/demo-app/x.ts', "export * from 'mediatel-lib/ui';"],
    ['the desk imports ui', `${lib}/desk/x.ts`, "export * from 'mediatel-lib/ui';"],
    ['the store imports ports', `${lib}/store/x.ts`, "export * from 'mediatel-lib/ports';"],
    ['ui imports Material', `${lib}/ui/x.ts`, "export { MatDialog } from '@angular/material/dialog';"],
    [
      'the training server imports the protocol',
      'projects/training-server/x.ts',
      "export * from 'mediatel-lib/protocol';",
    ],
    ['the hub’s wire imports Mediatel’s', `${lib}/hub-protocol/x.ts`, "export * from 'mediatel-lib/protocol';"],
    ['the hub imports its wire', 'projects/supervisor-hub/x.ts', "export * from 'mediatel-lib/hub-protocol';"],
    [
      'the training server runs a hub',
      'projects/training-server/hub/x.ts',
      "export { Hub } from '../../supervisor-hub';",
    ],
    ['a server uses the kit', 'projects/supervisor-hub/x.ts', "export { Gate } from '../server-kit';"],
    ['a step of the schematics looks at the host', `${lib}/schematics/steps/x.ts`, "export * from '../host/ngrx';"],
    ['a folder of a server imports another', 'projects/training-server/hub/x.ts', "export * from '../agent/queue';"],
    ['a spec of a room uses the test kit', `${lib}/private/connection/x.spec.ts`, "export { until } from 'test-kit';"],
    ['a spec of a server uses the test kit', 'projects/supervisor-hub/x.spec.ts', "export { until } from 'test-kit';"],
    ['the probe reads by the decoder', 'projects/probe/x.ts', "export * from 'mediatel-lib/protocol';"],
    ['the probe uses the kit', 'projects/probe/x.ts', "export { readProbeFile } from '../server-kit';"],
    [
      'a spec of the probe starts the training server',
      'projects/probe/x.spec.ts',
      "export * from '../training-server';",
    ],
    ['a spec uses the fakes', `${lib}/store/x.spec.ts`, "export * from 'mediatel-lib/testing';"],
  ])('allow: %s', async (_, file, code) => {
    expect(await verdict(file, code)).toEqual([]);
  });
});

describe('the inside of JsSIP', () => {
  const phone = `${lib}/private/softphone`;
  const uses = [
    ['a private member', 'export const y = (session: { _dialog: null }) => session._dialog;', 2],
    ['one that may be missing', 'export const y = (x: Record<string, object>) => x?._sessions;', 1],
    ['one by its text', "export const y = (x: Record<string, object>) => x['_late_sdp'];", 1],
    ['one that is written', 'export const y = (session: object) => Object.assign(session, { _status: 9 });', 1],
    ['a method that is not declared', 'export const y = (x: object) => x as unknown as { sendRequest(): void };', 1],
  ] as const;

  it.each(uses)('is refused outside of its adapter: %s', async (_, code, count) => {
    for (const file of ['call/sip-call.ts', 'signalling/x.ts', 'x.ts'])
      expect(await misplaced(`${phone}/${file}`, code)).toBe(count);
  });

  it.each(uses)('is used in its adapter: %s', async (_, code) => {
    expect(await misplaced(`${phone}/jssip/jssip-inside.ts`, code)).toBe(0);
  });

  it('is no other name with an underscore', async () => {
    expect(await misplaced(`${phone}/x.ts`, 'export const y = (_: object, _code: number): number => 1_000;')).toBe(0);
  });
});
