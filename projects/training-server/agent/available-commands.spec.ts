import { AgentUnderTest } from './agent.fixture';
import { availableCommands } from './available-commands';

const inState = (play: (agent: AgentUnderTest) => unknown): AgentUnderTest => {
  const agent = new AgentUnderTest();
  play(agent);
  return agent;
};

/** The commands of each phase, sorted: their order has no meaning. */
describe('availableCommand', () => {
  it.each<[string, (agent: AgentUnderTest) => unknown, readonly string[]]>([
    ['loggedOut', () => undefined, ['CMD_EXIT', 'CMD_LOGIN', 'CMD_REQ_CRT_DETAILS', 'CMD_REQ_PAUSE_LIST']],
    [
      'idle',
      (agent) => agent.logIn(),
      [
        ...['CMD_DIALPAD', 'CMD_EXIT', 'CMD_LOGOUT', 'CMD_MAKECALL', 'CMD_PAUSE'],
        ...['CMD_PREDICTIVE', 'CMD_REQ_PAUSE_LIST'],
      ],
    ],
    [
      'paused',
      (agent) => agent.logIn().request({ type: 'pause', id: 1 }),
      ['CMD_EXIT', 'CMD_LOGOUT', 'CMD_PAUSE', 'CMD_PREDICTIVE', 'CMD_REQ_PAUSE_LIST'],
    ],
    ['dialing', (agent) => agent.logIn().makeCall(), ['CMD_EXIT', 'CMD_PAUSE', 'CMD_REQ_PAUSE_LIST']],
    [
      'failed',
      (agent) => agent.logIn().makeCall('abc'),
      ['CMD_EXIT', 'CMD_LOGOUT', 'CMD_MAKECALL', 'CMD_PAUSE', 'CMD_PREDICTIVE', 'CMD_REQ_PAUSE_LIST'],
    ],
    ['delivered', (agent) => agent.logIn().offer(), ['CMD_EXIT', 'CMD_PAUSE', 'CMD_REQ_PAUSE_LIST']],
    [
      'active',
      (agent) => agent.talk(),
      [
        ...['CMD_ADD_CALL_INFO', 'CMD_DIALPAD', 'CMD_EXIT', 'CMD_HOLDCALL', 'CMD_MUTE', 'CMD_PAUSE'],
        'CMD_REQ_PAUSE_LIST',
      ],
    ],
    [
      'held',
      (agent) => agent.talk().request({ type: 'holdCall' }),
      ['CMD_ADD_CALL_INFO', 'CMD_DIALPAD', 'CMD_EXIT', 'CMD_PAUSE', 'CMD_REQ_PAUSE_LIST'],
    ],
    [
      'clerical',
      (agent) => agent.talk().request({ type: 'closeCall' }),
      ['CMD_ADD_CALL_INFO', 'CMD_EXIT', 'CMD_LOGOUT', 'CMD_PAUSE', 'CMD_PREDICTIVE', 'CMD_REQ_PAUSE_LIST'],
    ],
  ])('of %s', (phase, play, commands) => {
    const { state } = inState(play);
    expect(state.phase).toBe(phase);
    expect([...availableCommands(state)].sort()).toEqual(commands);
  });
});
