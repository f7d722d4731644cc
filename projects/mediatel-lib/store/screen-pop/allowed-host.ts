/** Whether the text is a host name: labels and dots. Browsers also accept an empty label and an asterisk. */
const isName = (host: string): boolean => /^[\w-]+(\.[\w-]+)*$/.test(host);

/**
 * Whether an http(s) URL belongs to one of the hosts. A URL with a user or a password never does.
 *
 * @param hosts `crm.example` (any port), `crm.example:8443` (that port), or `*.crm.example` (the hosts below it).
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
