/** Labels and dots; browsers let an empty label and an asterisk pass for a host too. */
const isName = (host: string): boolean => /^[\w-]+(\.[\w-]+)*$/.test(host);

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
    if (!wanted.startsWith('*.')) return wanted === hostname || wanted === host;
    return hostname.endsWith(wanted.slice(1)) && isName(hostname.slice(0, 1 - wanted.length));
  });
}
