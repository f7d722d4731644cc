import { roomOf } from './room-of.js';

describe('roomOf', () => {
  it.each([
    ['projects/mediatel-lib/store/index.ts', 'projects/mediatel-lib/store'],
    ['projects/mediatel-lib/store/state/agent-state.ts', 'projects/mediatel-lib/store'],
    ['projects/mediatel-lib/desk/pages/calls/own-calls.ts', 'projects/mediatel-lib/desk'],
    ['projects/mediatel-lib/private/tabs/election/certainty.ts', 'projects/mediatel-lib/private/tabs'],
    ['projects/training-server/agent/transition.ts', 'projects/training-server/agent'],
    ['projects/training-server/server.ts', 'projects/training-server'],
  ])('of %s is %s', (file, room) => {
    expect(roomOf(file)).toBe(room);
  });
});
