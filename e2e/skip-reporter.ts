import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter';
import { relative } from 'node:path';

/** Lists each skipped test with its reason; Playwright's own report only counts them. */
export default class SkipReporter implements Reporter {
  #tests: readonly TestCase[] = [];

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#tests = suite.allTests();
  }

  onEnd(): void {
    for (const { location, title, results, annotations } of this.#tests) {
      if (results.at(-1)?.status !== 'skipped') continue;
      const reason = annotations.find(
        ({ type, description }) => (type === 'skip' || type === 'fixme') && description,
      )?.description;
      const name = `${relative(process.cwd(), location.file)} › ${title}`;
      process.stdout.write(`skipped: ${name}: ${reason ?? 'no reason given'}\n`);
    }
  }

  printsToStdio(): boolean {
    return false;
  }
}
