import { WorkBudgets, threadMs } from './work-budget';

describe('the budget of work', () => {
  let time = 0;
  let worked = 0;
  const clocks = { now: () => time, worked: () => worked };
  const costing = (ms: number) => (): void => void (worked += ms);

  it('allows four seconds’ worth at once, then fills steadily', () => {
    const budget = new WorkBudgets(100, clocks).of('agent1');
    budget.charge(costing(399));
    expect(budget.exhausted).toBe(false);
    budget.charge(costing(101));
    expect(budget.exhausted).toBe(true);
    time += 1000;
    expect(budget.exhausted).toBe(true);
    time += 100;
    expect(budget.exhausted).toBe(false);
  });

  it('all sockets of an identity share one budget, and nobody else does', () => {
    const budgets = new WorkBudgets(100, clocks);
    budgets.of('agent1').charge(costing(500));
    expect(budgets.of('agent1').exhausted).toBe(true);
    expect(budgets.of('agent2').exhausted).toBe(false);
  });

  it('each socket has its own budget if nobody signed in', () => {
    const budgets = new WorkBudgets(100, clocks);
    budgets.of(undefined).charge(costing(500));
    expect(budgets.of(undefined).exhausted).toBe(false);
  });

  it('charges work that failed', () => {
    const budget = new WorkBudgets(100, clocks).of('agent1');
    expect(() =>
      budget.charge(() => {
        worked += 500;
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(budget.exhausted).toBe(true);
  });

  it('forgets identities with a full budget, and no other', () => {
    const budgets = new WorkBudgets(100, clocks);
    const spent = budgets.of('agent1');
    const idle = budgets.of('agent2');
    spent.spend(500);
    for (let i = 0; i < 2000; i++) budgets.of(`other${i}`);
    expect(budgets.of('agent1')).toBe(spent);
    expect(budgets.of('agent2')).not.toBe(idle);
  });

  it('counts this thread’s own work', () => {
    const before = threadMs();
    const end = performance.now() + 50;
    while (performance.now() < end);
    expect(threadMs()).toBeGreaterThan(before);
  });
});
