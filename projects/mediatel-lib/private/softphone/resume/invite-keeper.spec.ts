import { accountPlace, keptCallLifetime, storedPlaces } from 'mediatel-lib/ports';
import { fakeAccount } from 'mediatel-lib/testing';
import { InviteKeeper } from './invite-keeper';

const account = fakeAccount.sip;
const { key } = accountPlace(storedPlaces.sipInvite, account);
const identity = { owner: 'me', contactUri: 'sip:me@here.invalid' };
const message = 'INVITE sip:me SIP/2.0\r\n\r\n';
const at = 1_000_000;

/** The keeper of a page's phone. */
function keeperOf(of = account): InviteKeeper {
  const keeper = new InviteKeeper();
  keeper.serve(of);
  return keeper;
}

/** A page with a call that rings. */
function ringing() {
  const listeners: (() => void)[] = [];
  const keeper = keeperOf();
  const invitation = {
    request: { data: message },
    session: { on: (_type: string, run: () => void) => listeners.push(run) },
  };
  keeper.keep(identity, invitation, at);
  return {
    keeper,
    keepAgain: () => keeper.keep(identity, invitation, at),
    over: () => {
      for (const run of listeners) run();
    },
  };
}

const isStored = (): boolean => localStorage.getItem(key) !== null;

afterEach(() => localStorage.clear());

it('keeps the INVITE while it rings', () => {
  const { keepAgain, over } = ringing();
  keepAgain();
  expect(isStored()).toBe(true);
  over();
  expect(isStored()).toBe(false);
});

it('leaves it to a later page, which takes it once', () => {
  const { keeper, keepAgain, over } = ringing();
  keepAgain();
  keeper.leave();
  over();
  const next = keeperOf();
  expect(next.takeOver('another', at)).toBeNull();
  expect(next.takeOver('me', at + keptCallLifetime)).toBe(identity.contactUri);
  expect(isStored()).toBe(false);
  expect([next.takeLeft(at), next.takeLeft(at)]).toEqual([message, null]);
});

it('takes, overwrites and removes nothing of another operator in this browser', () => {
  ringing().keeper.leave();
  const others = { ...account, login: '1002' };
  const theirs = keeperOf(others);
  expect(theirs.takeOver('me', at)).toBeNull();
  const listeners: (() => void)[] = [];
  theirs.keep(
    { ...identity, owner: 'other' },
    { request: { data: message }, session: { on: (_: string, run: () => void) => listeners.push(run) } },
    at,
  );
  for (const run of listeners) run();
  expect(keeperOf().takeOver('me', at)).toBe(identity.contactUri);
});

it('leaves it to a third page if the second one ends before it rings there, not if it rang', () => {
  ringing().keeper.leave();
  const second = keeperOf();
  second.takeOver('me', at);
  second.leave(at + 1000);
  const third = keeperOf();
  expect(third.takeOver('me', at + keptCallLifetime)).toBe(identity.contactUri);
  expect(third.takeLeft(at)).toBe(message);
  third.leave(at);
  expect(isStored()).toBe(false);
});

it('leaves nothing that did not ring here in time: the next call would be taken for it', () => {
  ringing().keeper.leave();
  const second = keeperOf();
  second.takeOver('me', at);
  second.leave(at + 5001);
  expect(isStored()).toBe(false);
});

it('forgets it once another call rings', () => {
  ringing().keeper.leave();
  const next = keeperOf();
  next.takeOver('me', at);
  next.keep(null, { request: {}, session: { on: () => undefined } }, at);
  expect(next.takeLeft(at)).toBeNull();
});

it.each([-1, 1])('takes none that is too old, or of a clock that was set: %d', (sign) => {
  const late = at + sign * (keptCallLifetime + 1);
  ringing();
  const next = keeperOf();
  expect(next.takeOver('me', late)).toBeNull();
  expect([isStored(), next.takeLeft(at)]).toEqual([false, null]);
  ringing();
  next.takeOver('me', at);
  expect(next.takeLeft(late)).toBeNull();
});

const record = { ...identity, message, at, version: 1 };

it.each<readonly [what: string, text: string]>([
  ['no JSON', '{'],
  ['null', 'null'],
  ['another version', JSON.stringify({ ...record, version: 2 })],
  ['another request', JSON.stringify({ ...record, message: 'BYE sip:me SIP/2.0\r\n\r\n' })],
  ['no Contact', JSON.stringify({ ...record, contactUri: '' })],
  ['no time', JSON.stringify({ ...record, at: 'now' })],
])('ignores what is stored: %s', (_what, text) => {
  localStorage.setItem(key, text);
  expect(keeperOf().takeOver('me', at)).toBeNull();
});
