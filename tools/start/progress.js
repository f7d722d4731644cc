const live = process.stdout.isTTY === true;

/**
 * A step of the start: one line that is rewritten on a terminal, a line every ten seconds in a log.
 *
 * @param {string} title
 */
export function step(title) {
  const began = Date.now();
  const label = title.padEnd(10);
  let doing = '';
  let lastSaid = began;

  const seconds = () => Math.round((Date.now() - began) / 1000);
  const show = () => {
    if (live) process.stdout.write(`\r\x1b[K${label} ${doing} · ${seconds()} s`);
    else if (Date.now() - lastSaid >= 10_000) {
      lastSaid = Date.now();
      console.log(`${label} ${doing} · ${seconds()} s`);
    }
  };
  // Unreferenced: the progress line must not keep the process alive if the work has failed.
  const timer = setInterval(show, live ? 250 : 1_000).unref();

  /** @param {string} text */
  const close = (text) => {
    clearInterval(timer);
    if (live) process.stdout.write('\r\x1b[K');
    console.log(`${label} ${text}`);
  };

  return {
    /** @param {string} text */
    doing(text) {
      if (doing === '' && !live) console.log(`${label} ${text}`);
      doing = text;
      if (live) show();
    },
    /** @param {string} text */
    done: (text) => close(seconds() > 0 ? `${text} in ${seconds()} s` : text),
    /** @param {string} text */
    skipped: (text) => close(text),
    /** @param {string} text */
    failed: (text) => close(`failed: ${text}`),
  };
}
