import type { Page } from '@playwright/test';

/**
 * Removes the pause of that name from the agent's list. Without it the desk can't take “Technical Error” for an
 * operator who is not ready for 10 s. For tests that hold the phone back themselves, for an unknown time.
 */
export const withoutPause = (page: Page, name: string): Promise<void> =>
  page.routeWebSocket(/\/mediatel\/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) =>
      socket.send(typeof message === 'string' ? message.replaceAll(JSON.stringify(name), '"Another"') : message),
    );
  });
