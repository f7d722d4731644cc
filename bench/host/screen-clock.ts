import './screen-window';

const pending = new Map<string, number>();

window.paintTimes = [];
window.longTasks = [];
window.changes = 0;
new PerformanceObserver((list) => {
  window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ type: 'longtask' });

/** An operator's state changed at `at`, by the machine's clock. */
export function changed(name: string, at: number): void {
  window.changes += 1;
  pending.set(name, at);
}

/** Measures each change until it is visible in a row. */
export function watchRows(row: string, state: string, name: string): void {
  new MutationObserver((mutations) => {
    const touched = new Set(mutations.map(({ target }) => parent(target)?.closest(state)?.closest(row)));
    for (const one of touched) {
      const who = one?.querySelector(name)?.textContent.trim() ?? '';
      const at = pending.get(who);
      if (at === undefined) continue;
      pending.delete(who);
      // In the task after the next frame, the change is on the screen.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.paintTimes.push(Date.now() - at);
        port2.postMessage(null);
      });
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}

const parent = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);
