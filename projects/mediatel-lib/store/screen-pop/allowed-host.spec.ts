import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScreenPop } from 'mediatel-lib/protocol';
import { isAllowedHost } from './allowed-host';

const vectors = JSON.parse(
  readFileSync(join(process.cwd(), 'projects/mediatel-lib/store/screen-pop/fixtures/hostile-screen-pops.json'), 'utf8'),
) as readonly string[];
const hosts = ['crm.example', 'local.example:8443', '*.cards.example'];

describe('a hostile `webServer` opens nothing outside the host’s rule', () => {
  it.each(vectors.map((text) => [text]))('%j', (text) => {
    const parsed = parseScreenPop(text);
    const page = parsed.ok ? parsed.pop : null;
    expect(page !== null && isAllowedHost(page.url, hosts) ? page.url : null).toBeNull();
  });

  it.each([
    'https://crm.example/7',
    'HTTPS://CRM.example:81/',
    'https://local.example:8443/x',
    'http://a.cards.example/?q=1',
  ])('while %s is opened', (url) => {
    const parsed = parseScreenPop(`javascript:window.external.CRMNavigate("Card","Customer","${url}",false);`);
    expect(parsed.ok && parsed.pop !== null && isAllowedHost(parsed.pop.url, hosts)).toBe(true);
  });
});
