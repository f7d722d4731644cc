import { jest } from '@jest/globals';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { until } from 'test-kit';
import type { EarView } from '../../training-kit';
import { TrainerLink } from './trainer-link';

const sounds: FakeSound[] = [];
let microphone: unknown = { getTracks: () => [], getAudioTracks: () => [] };
class FakeSound {
  static openMicrophone = jest.fn(() => Promise.resolve(microphone));
  readonly levels = { microphone: 0.5, call: 0.2 };
  readonly close = jest.fn();
  readonly replaceMicrophone = jest.fn(() => Promise.resolve());
  readonly answer = jest.fn((offer: string) => Promise.resolve(`answer to ${offer}`));
  constructor(
    readonly microphone: unknown,
    readonly failed: () => void,
  ) {
    sounds.push(this);
  }
}
jest.unstable_mockModule('./ear-sound', () => ({ EarSound: FakeSound }));
const { EarSession } = await import('./ear-session');

describe('the ear of a trainer’s page', () => {
  const link = {
    ears: signal<readonly EarView[]>([]),
    connected: signal(true),
    openEar: jest.fn<() => Promise<object>>(),
    answerEar: jest.fn<() => Promise<object>>(),
    closeEar: jest.fn<() => Promise<object>>(),
  };
  const session = () => TestBed.inject(EarSession);
  const listed = (id: string): EarView => ({
    ...{ id, trainer: 'trainer1', name: 'Larysa', trainee: 'agent1', mode: 'listen', state: 'open' },
  });

  beforeEach(() => {
    sounds.length = 0;
    microphone = { getTracks: () => [], getAudioTracks: () => [] };
    FakeSound.openMicrophone.mockClear();
    link.ears.set([]);
    link.connected.set(true);
    link.openEar.mockReset().mockResolvedValue({ outcome: 'offered', ear: 'ear-1', offer: 'offer' });
    link.answerEar.mockReset().mockResolvedValue({ outcome: 'done' });
    link.closeEar.mockReset().mockResolvedValue({ outcome: 'done' });
    TestBed.configureTestingModule({ providers: [EarSession, { provide: TrainerLink, useValue: link }] });
    Object.defineProperty(navigator, 'mediaDevices', {
      configurable: true,
      value: { enumerateDevices: () => Promise.resolve([]) },
    });
  });

  it('listens without a microphone', async () => {
    await session().listen('agent1', 'listen');
    expect(FakeSound.openMicrophone).not.toHaveBeenCalled();
    expect(link.answerEar).toHaveBeenCalledWith('ear-1', 'answer to offer');
    expect(session().open()).toEqual({ trainee: 'agent1', mode: 'listen', state: 'open' });
  });

  it('speaks as the customer with the microphone, and shows levels', async () => {
    await session().listen('agent1', 'customer');
    expect(sounds[0]?.microphone).toBe(microphone);
    await until(() => session().levels().microphone === 0.5, 'the levels');
  });

  it('asks the server for nothing if there is no microphone', async () => {
    microphone = 'microphone-denied';
    await session().listen('agent1', 'whisper');
    expect(link.openEar).not.toHaveBeenCalled();
    expect(session().problem()).toEqual({ kind: 'fault', fault: 'microphone-denied' });
    expect(session().open()).toBeNull();
  });

  it('says why the server refused', async () => {
    link.openEar.mockResolvedValue({ outcome: 'refused', reason: 'customer-taken', by: 'Taras Bilyk' });
    await session().listen('agent1', 'customer');
    expect(session().problem()).toEqual({ kind: 'refused', reason: 'customer-taken', by: 'Taras Bilyk' });
    expect(session().open()).toBeNull();
  });

  it('closes the earlier ear first', async () => {
    await session().listen('agent1', 'listen');
    await session().listen('agent2', 'listen');
    expect(link.closeEar).toHaveBeenCalledWith('ear-1');
    expect(sounds[0]?.close).toHaveBeenCalled();
    expect(session().open()?.trainee).toBe('agent2');
  });

  it('closes what the server opens too late', async () => {
    let offer: (value: object) => void = () => undefined;
    link.openEar.mockReturnValueOnce(new Promise((resolve) => (offer = resolve)));
    const opening = session().listen('agent1', 'listen');
    await until(() => link.openEar.mock.calls.length > 0, 'it was requested');
    await session().close();
    offer({ outcome: 'offered', ear: 'ear-9', offer: 'offer' });
    await opening;
    expect(link.closeEar).toHaveBeenCalledWith('ear-9');
    expect(session().open()).toBeNull();
  });

  it('ends when the server lists it no longer, and not while the connection is lost', async () => {
    await session().listen('agent1', 'listen');
    TestBed.tick();
    expect(session().open()).not.toBeNull();
    link.ears.set([listed('ear-1')]);
    TestBed.tick();
    link.connected.set(false);
    link.ears.set([]);
    TestBed.tick();
    expect(session().open()).not.toBeNull();
    link.connected.set(true);
    TestBed.tick();
    expect(session().open()).toBeNull();
    expect(session().problem()).toEqual({ kind: 'fault', fault: 'closed' });
  });

  it('ends when no sound can come through', async () => {
    await session().listen('agent1', 'listen');
    sounds[0]?.failed();
    expect(session().problem()).toEqual({ kind: 'fault', fault: 'no-path' });
    expect(link.closeEar).toHaveBeenCalledWith('ear-1');
  });

  it('speaks with another microphone from then on', async () => {
    await session().listen('agent1', 'whisper');
    await session().chooseMicrophone('headset');
    expect(FakeSound.openMicrophone).toHaveBeenLastCalledWith('headset');
    expect(sounds[0]?.replaceMicrophone).toHaveBeenCalledWith(microphone);
  });

  it('closes with the page', async () => {
    await session().listen('agent1', 'listen');
    TestBed.resetTestingModule();
    expect(link.closeEar).toHaveBeenCalledWith('ear-1');
  });
});
