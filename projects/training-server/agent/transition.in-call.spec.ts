import { AgentUnderTest, rules } from './agent.fixture';

describe('during a call', () => {
  it('holds and retrieves', () => {
    const agent = new AgentUnderTest().talk().request({ type: 'holdCall' });
    expect(agent.snapshots).toMatchObject([{ state: 'STATE_HOLD', status: 'on_hold' }]);
    expect(agent.done).toEqual(['send', 'hold']);
    expect(agent.request({ type: 'holdCall' }).done).toEqual(['send']);
    expect(agent.request({ type: 'retrieveCall' }).done).toEqual(['send', 'retrieve']);
    expect(agent.sent).toEqual(['STATE_CALL_ACTIVE']);
    expect(agent.request({ type: 'holdCall' }).request({ type: 'closeCall' }).sent).toEqual(['STATE_CLERICAL']);
  });

  it('mutes and unmutes by the same request', () => {
    const agent = new AgentUnderTest().talk().request({ type: 'muteCall' });
    expect(agent.sent).toEqual(['STATE_MUTE', 'STATE_CALL_ACTIVE']);
    expect(agent.snapshots).toMatchObject([{ mute: 1, status: 'in_a_call' }, { mute: 1 }]);
    expect(agent.effects).toContainEqual({ type: 'setMuted', muted: true });
    agent.request({ type: 'muteCall' });
    expect(agent.effects).toContainEqual({ type: 'setMuted', muted: false });
    expect(agent.snapshot()).toMatchObject({ mute: 0 });
  });

  it('shows a pressed key for a moment', () => {
    const digit = { type: 'operatorDigit', digit: '5' } as const;
    const agent = new AgentUnderTest().talk().progress(digit);
    expect(agent.sent).toEqual(['STATE_DIALPAD', 'STATE_CALL_ACTIVE']);
    expect(agent.request({ type: 'holdCall' }).progress(digit).sent).toEqual(['STATE_HOLD_DIALPAD', 'STATE_HOLD']);
  });

  it('remembers a requested pause and grants it after the call', () => {
    const agent = new AgentUnderTest().talk().request({ type: 'pause', id: 4 });
    expect(agent.snapshots).toMatchObject([{ state: 'STATE_CALL_ACTIVE', pauseId: '0', pauseAcknowledge: '1' }]);
    agent.request({ type: 'closeCall' });
    expect(agent.snapshot()).toMatchObject({ state: 'STATE_CLERICAL', pauseAcknowledge: '1' });
    agent.request({ type: 'resolutionSet', id: 4 });
    expect(agent.snapshots).toMatchObject([{ state: 'STATE_PAUSE', pauseId: '4', pauseAcknowledge: '0' }]);
  });

  it('cancels the requested pause', () => {
    const agent = new AgentUnderTest().talk().request({ type: 'pause', id: 4 }).request({ type: 'pause', id: '0' });
    expect(agent.request({ type: 'closeCall' }).fire('clerical').sent).toEqual(['STATE_IDLE']);
  });

  it("lists the codes of the call's queue", () => {
    const codes = (agent: AgentUnderTest) => JSON.stringify(agent.snapshot()['availableCallCodes']);
    expect(codes(new AgentUnderTest().talk('DM_MFO_1'))).toContain('10. Обещание об оплате');
    expect(codes(new AgentUnderTest().talk('Q_P_2_Manual'))).toContain('Interested');
    expect(codes(new AgentUnderTest().talk('Q_P_2_Manual'))).not.toContain('Обещание');
  });
});

describe('clerical', () => {
  it('is left by the time-out, without a code', () => {
    const agent = new AgentUnderTest().talk().request({ type: 'closeCall' });
    expect(agent.effects).toContainEqual(
      expect.objectContaining({ type: 'startTimer', timer: 'clerical', ms: 60_000 }),
    );
    agent.fire('clerical');
    expect(agent.sent).toEqual(['STATE_IDLE']);
    expect(agent.effects.map(({ type }) => type)).not.toContain('saveCode');
  });

  it('clerical has no end if no time-out is configured', () => {
    const agent = new AgentUnderTest({ ...rules, clericalMs: null }).talk().request({ type: 'closeCall' });
    expect(agent.effects.map(({ type }) => type)).not.toContain('startTimer');
  });

  it('clerical goes on after a code that the queue does not have', () => {
    const agent = new AgentUnderTest()
      .talk()
      .request({ type: 'closeCall' })
      .request({ type: 'resolutionSet', id: 301 });
    expect(agent.sent).toEqual(['STATE_CLERICAL']);
    expect(agent.effects.map(({ type }) => type)).not.toContain('saveCode');
  });

  it('accepts several codes if allowed and ends 500 ms after the last', () => {
    const agent = new AgentUnderTest().talk('Q_P_2_Manual').request({ type: 'closeCall' });
    expect(agent.snapshot()).toMatchObject({ multipleCallCodeAllow: '1' });
    agent.at += 1000;
    expect(agent.request({ type: 'resolutionSet', id: 201 }).sent).toEqual(['STATE_CLERICAL']);
    agent.at += 400;
    const last = agent.at;
    agent.request({ type: 'resolutionSet', id: 202 });
    expect(agent.effects).toContainEqual(
      expect.objectContaining({ type: 'startTimer', timer: 'leaveClerical', ms: 500 }),
    );
    expect(agent.effects).toContainEqual(expect.objectContaining({ type: 'saveCode', traceId: '1' }));
    // The first code's timer was replaced. If it still fires, nothing happens.
    agent.at += 100;
    expect(agent.apply({ type: 'timer', timer: 'leaveClerical', due: agent.at }).effects).toEqual([]);
    expect(agent.fire('leaveClerical').sent).toEqual(['STATE_IDLE']);
    expect(agent.at - last).toBe(500);
  });
});

describe('pauses', () => {
  it('are taken, changed and ended', () => {
    const agent = new AgentUnderTest().logIn().request({ type: 'pause', id: 6 });
    expect(agent.snapshots).toMatchObject([{ state: 'STATE_PAUSE', status: 'pause', pauseId: '6' }]);
    expect(agent.request({ type: 'pause', id: '102' }).snapshots).toMatchObject([{ pauseId: '102' }]);
    expect(agent.request({ type: 'pause', id: 0 }).snapshots).toMatchObject([{ state: 'STATE_IDLE', pauseId: '0' }]);
  });

  it('that are not in the list are answered with the list', () => {
    const agent = new AgentUnderTest().logIn().request({ type: 'pause', id: 77 });
    expect(agent.sent).toEqual(['STATE_PAUSE_LIST', 'STATE_IDLE']);
  });

  it('a pause does not begin again when requested again', () => {
    const agent = new AgentUnderTest().logIn().request({ type: 'pause', id: 6 });
    const began = agent.state.since;
    agent.at += 5000;
    expect(agent.request({ type: 'pause', id: 6 }).state.since).toBe(began);
  });
});
