import type { logging } from '@angular-devkit/core';
import type { Host } from '../host/host';
import type { Notes } from '../kit/notes';
import { accountFile } from '../steps/phone-account';
import type { NgAddOptions } from './options';

const starts = { standalone: 'standalone', module: 'NgModules', unknown: 'of an unknown kind' } as const;

/** Says what was found, what was done, what is left to do by hand, and what comes next. */
export function report(host: Host, options: NgAddOptions, notes: Notes, logger: logging.LoggerApi): void {
  const kind = [
    starts[host.bootstrap.kind],
    host.isZoneless ? 'zoneless' : 'zone.js',
    host.ngrx === 'none' ? 'no NgRx store' : `NgRx by ${host.ngrx}`,
    `theme ${host.theme}`,
    ...(host.isServerRendered ? ['server-rendered'] : []),
  ].join(', ');
  const found = `mediatel-lib in ${host.name} (${kind})`;
  logger.info(notes.done.length === 0 ? `${found}: nothing to change.` : `${found}:`);
  for (const line of notes.done) logger.info(`  ${line}`);
  for (const { why, write } of notes.byHand) {
    logger.warn([`By hand: ${why}.`, ...write.map((line) => `  ${line}`)].join('\n'));
  }
  logger.info(['', ...next(host, options), '', ...policy].join('\n'));
}

function next(host: Host, { training, place }: NgAddOptions): readonly string[] {
  const account = accountFile(host).slice(1);
  const desk =
    place === 'none'
      ? [
          'Next: show the desk where you like: MediatelDesk of mediatel-lib/desk, @defer (on immediate) { <mediatel-desk /> }',
        ]
      : [];
  if (training !== true) {
    return [
      ...desk,
      `Next: let your back end answer /api/session as ${account} expects it, or change that file.`,
      'Without a Mediatel at hand, run ng add again with --training.',
    ];
  }
  const signIn =
    place === 'none'
      ? "Sign in by inject(AgentSession).signIn({ login: 'agent1', password: 'training' })."
      : 'Press “Sign in to the phone”: you are agent1.';
  return [
    ...desk,
    'Next: npm run training, and in another terminal ng serve. Open http://localhost:4200.',
    signIn,
    'Allow the microphone, wait for “Available” and call 0661234501: a customer answers and talks.',
  ];
}

/** As in docs/security.md. */
const policy = [
  'If your pages have a Content-Security-Policy, it needs (with your Mediatel and SIP servers):',
  "  connect-src 'self' https://mediatel.example wss://mediatel.example wss://sip.example; worker-src 'self' blob:;",
  '  trusted-types angular angular#components mediatel',
  'and the header Permissions-Policy: microphone=(self). Outside localhost, browsers give the',
  'microphone only to pages with https.',
];
