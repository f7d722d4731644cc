/** The permission's names: Chrome's own, by the kind of address, and the one that came before both. */
const names = ['local-network', 'loopback-network', 'local-network-access'];

/**
 * Whether this page is forbidden to reach addresses of the local network (Chrome's Local Network Access), by a person's word or a
 * policy's. A connection that fails for it says no more than one to a server that is away.
 */
export async function isLocalNetworkDenied(): Promise<boolean> {
  const { permissions } = navigator as { readonly permissions?: Permissions };
  const states = await Promise.all(
    names.map(async (name) => {
      // Rejects where the browser does not know the name.
      try {
        return (await permissions?.query({ name: name as PermissionName }))?.state;
      } catch {
        return undefined;
      }
    }),
  );
  return states.includes('denied');
}
