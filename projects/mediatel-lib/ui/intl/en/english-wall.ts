import type { WallLabels } from '../labels/wall-labels';

export const englishWall: WallLabels = {
  attention: 'Attention',
  target: { atLeast: (share) => `at least ${share}`, atMost: (share) => `at most ${share}` },
  missed: 'Target missed',
  over: 'Operators who need attention',
  loggedOut: (operators) => `Logged out: ${operators}`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  previous: 'Previous page',
  next: 'Next page',
  turning: { stop: 'Stay on this page', go: 'Let the pages turn' },
  screen: { enter: 'Full screen', leave: 'Leave full screen' },
};
