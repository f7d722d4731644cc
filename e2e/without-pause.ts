import type { Page } from '@playwright/test';

/**
 * The agent has no pause of that name: the desk, which takes “Technical Error” for an operator who can’t be called for 10 s, then
 * takes none. For tests that hold the phone back themselves, and so decide nothing about how long that lasts.
 */
export const withoutPause = (page: Page, name: string): Promise<void> =>
  page.routeWebSocket(/\/mediatel\/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) =>
      socket.send(typeof message === 'string' ? message.replaceAll(JSON.stringify(name), '"Another"') : message),
    );
  });
