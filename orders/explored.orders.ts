import { describeRun, exploreAll, exploreRandomly, readOrder, run } from './explore';
import { plants } from './plants.js';
import { scriptNamed, scripts } from './scripts';

const isFull = process.env['FULL'] === '1';
/** In how many steps an order may differ from the default one. */
const bound = isFull ? 2 : 1;
/** Random orders of all scripts together. */
const randomOrders = isFull ? 100_000 : 2_000;
/** Random orders of each script (`EACH`), for a search in a few scripts; by default its share of `randomOrders`. */
const each = Number(process.env['EACH'] ?? Math.ceil(randomOrders / scripts.length));
const seed = Number(process.env['SEED'] ?? 1);
const order = process.env['ORDER'];
/** A known defect that is put back (`plants.js`): the scripts listed there must find it. */
const plant = process.env['PLANT'] ?? '';

const figures: string[] = [];
afterAll(() => {
  process.stdout.write(`${figures.join('\n')}\n`);
});

if (order !== undefined && order !== '') {
  it(`the order ${order}`, async () => {
    const { name, choose } = readOrder(order);
    const script = scriptNamed(name);
    await run(script, () => 0);
    const result = await run(script, choose);
    process.stdout.write(`${await describeRun(script, result)}\n`);
    expect(result.breach).toBeNull();
  }, 60_000);
} else if (plant !== '') {
  it.each(plants[plant]?.scripts ?? [])(
    `finds the defect ${plant} by %s within a minute`,
    async (name) => {
      const script = scriptNamed(name);
      const all = await exploreAll(script, bound);
      const found = all.failing ? all : await exploreRandomly(script, 100_000, seed, 60 - all.seconds);
      expect(found.failing).not.toBeNull();
      figures.push(`${plant}: found after ${found.runs} orders, ${found.seconds.toFixed(1)} s`);
      if (found.failing) figures.push(await describeRun(script, found.failing));
    },
    120_000,
  );
} else {
  const only = process.env['ONLY']?.split(',');
  describe.each(scripts.filter(({ name }) => only?.includes(name) ?? true))('$name', (script) => {
    it('holds in every order', async () => {
      const { runs, failing, seconds } = await exploreAll(script, bound);
      figures.push(`${script.name}: ${runs} orders in ${seconds.toFixed(1)} s`);
      if (failing) throw new Error(await describeRun(script, failing));
    }, 3_600_000);

    it('holds in random orders', async () => {
      const { runs, failing, seconds } = await exploreRandomly(script, each, seed);
      figures.push(`${script.name}: ${runs} random orders in ${seconds.toFixed(1)} s`);
      if (failing) throw new Error(await describeRun(script, failing));
    }, 3_600_000);
  });
}
