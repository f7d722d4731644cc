// What a desk needs with the first call, or when somebody opens a page: one chunk, loaded once the operator can call or
// sees why not.
// It has the parts before it, so that a packager moves what all of them share with the desk into one file.
export * from './soon-parts';
export { showClericalDialog } from '../after-call/show-clerical-dialog';
export { ClericalRecording } from '../after-call/clerical-recording';
export { MediatelQualityBadge } from '../call-panel/quality-badge';
export { Readiness } from '../call-panel/readiness';
export { OwnDay } from '../pages/calls/own-day';
export { listen } from './listen';
export { DeskPage } from '../pages/desk-page';
