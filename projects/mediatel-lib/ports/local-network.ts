/** Names of the permission: Chrome's two names by kind of address, and the older name before them. */
const names = ['local-network', 'loopback-network', 'local-network-access'];

/**
 * Whether this page may not reach addresses of the local network (Chrome's Local Network Access).
 *
 * A user or a policy can deny it. The connection error alone does not tell it from an unreachable server.
 */
export async function isLocalNetworkDenied(): Promise<boolean> {
  const { permissions } = navigator as { readonly permissions?: Permissions };
  const states = await Promise.all(
    names.map(async (name) => {
      // Rejects if the browser does not know the name.
      try {
        return (await permissions?.query({ name: name as PermissionName }))?.state;
      } catch {
        return undefined;
      }
    }),
  );
  return states.includes('denied');
}
