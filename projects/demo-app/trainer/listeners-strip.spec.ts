import { jest } from '@jest/globals';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import type { EarView, TraineeState } from '../../training-kit';

const handlers = new Map<string, (...values: unknown[]) => void>();
let any: (event: string, data: unknown) => void = () => undefined;
const disconnect = jest.fn();
jest.unstable_mockModule('socket.io-client', () => ({
  io: () => ({
    on: (event: string, handler: () => void) => handlers.set(event, handler),
    onAny: (handler: typeof any) => (any = handler),
    disconnect,
  }),
}));
const { ListenersStrip } = await import('./listeners-strip');
const { TraineeLink } = await import('./trainee-link');

const ear = (change: Partial<EarView> = {}): EarView => ({
  ...{ id: '1', trainer: 'trainer1', name: 'Larysa Honchar', trainee: 'agent1', mode: 'listen', state: 'open' },
  ...change,
});

describe('the strip of listeners', () => {
  let fixture: ComponentFixture<unknown>;
  const text = (): string => ((fixture.nativeElement as HTMLElement).textContent ?? '').trim();
  const hear = async (state: Partial<TraineeState>): Promise<void> => {
    any('state', { ears: [], run: null, ...state });
    await fixture.whenStable();
  };

  beforeEach(async () => {
    localStorage.clear();
    // As the shell provides it.
    TestBed.overrideComponent(ListenersStrip, { set: { providers: [TraineeLink] } });
    fixture = TestBed.createComponent(ListenersStrip);
    await fixture.whenStable();
  });

  it('says nothing while nobody listens', () => expect(text()).toBe(''));

  it.each<[Partial<EarView>, string]>([
    [{ mode: 'listen' }, 'Larysa Honchar listens'],
    [{ mode: 'listen', state: 'opening' }, 'Larysa Honchar listens'],
    [{ mode: 'whisper' }, 'Larysa Honchar listens and speaks to you alone'],
    [{ mode: 'customer' }, 'Larysa Honchar is the customer'],
    [{ mode: 'customer', state: 'lost' }, 'Larysa Honchar has lost the connection'],
  ])('of %j says: %s', async (change, words) => {
    await hear({ ears: [ear(change)] });
    expect(text()).toBe(words);
  });

  it('names everybody, and keeps saying it while the connection is lost', async () => {
    await hear({ ears: [ear(), ear({ id: '2', name: 'Taras Bilyk', mode: 'customer' })] });
    handlers.get('disconnect')?.('transport close');
    await fixture.whenStable();
    expect(text()).toContain('Larysa Honchar listens');
    expect(text()).toContain('Taras Bilyk is the customer');
  });

  it('speaks the desk’s language', async () => {
    await hear({ ears: [ear()] });
    await TestBed.inject(MediatelIntl).setLanguage('uk');
    await fixture.whenStable();
    expect(text()).toBe('Слухає Larysa Honchar');
  });

  it('leaves with the page', () => {
    fixture.destroy();
    expect(disconnect).toHaveBeenCalled();
  });
});
