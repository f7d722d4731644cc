/**
 * Whether an http(s) address is of one of the hosts: `crm.example` on any port, `crm.example:8443`, or `*.crm.example` for
 * the hosts below it.
 */
export function isAllowedHost(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, host, username, password } = new URL(url);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return false;
  return hosts.some((entry) => {
    const wanted = entry.toLowerCase();
    return wanted.startsWith('*.') ? hostname.endsWith(wanted.slice(1)) : wanted === hostname || wanted === host;
  });
}
