import { filesOf, newHost, ngAdd } from './hosts.fixture';

describe('ng add in a standalone host', () => {
  it('changes nothing when run again', async () => {
    const first = await ngAdd(await newHost());
    const second = await ngAdd(first.tree);
    expect(filesOf(second.tree)).toEqual(filesOf(first.tree));
  });
});
