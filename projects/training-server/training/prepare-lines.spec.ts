import type { ScenarioFile } from '../../training-kit';
import { scenarioOf, TrainingUnderTest } from './training.fixture';

const saved = { type: 'resolutionSet', id: 304 } as const;

describe('a customer’s first lines', () => {
  it('are made while the trainee waits for the call', () => {
    const wanted: string[] = [];
    const own = new TrainingUnderTest({
      speak: (text, { temper, language }) => {
        wanted.push(`${text} (${temper}, ${language})`);
        return Promise.reject(new Error('The speech program starts again'));
      },
    });
    const asks = (say: string, reply: string): Partial<ScenarioFile['calls'][number]> => ({
      customer: { number: '0661234567', name: 'Olha', temper: 'anxious' },
      turns: [
        { id: 'asks', say, next: [{ when: { speech: 1 }, go: 'replies' }] },
        { id: 'replies', say: reply, do: [{ temper: 'angry' }], next: [{ when: { speech: 1 }, go: 'leaves' }] },
        { id: 'leaves', say: 'Bye' },
      ],
    });
    const desk = own.desk().logIn();
    const id = own.start(scenarioOf([asks('Hello?', 'No.'), asks('Yes?', 'Fine.')]), { language: 'en' });
    expect(own.voice.calls).toEqual([]);
    expect(wanted).toEqual(['Hello? (anxious, en)', 'No. (angry, en)']);
    own.clock.advance(3000);
    own.placed();
    wanted.length = 0;
    own.voice.last.report({ type: 'ended', by: 'customer' });
    expect(own.run(id).status).toBe('afterCall');
    expect(wanted).toEqual(['Yes? (anxious, en)', 'Fine. (angry, en)']);
    desk.send(saved);
    own.clock.advance(1000);
    own.close();
  });
});
