// What a desk needs soon, but not to show: one chunk, loaded as soon as the desk shows. More chunks would cost more, since a
// packager moves what each of them shares with the desk into a file of its own.
export { showClericalDialog } from '../after-call/show-clerical-dialog';
export { MediatelQualityBadge } from '../call-panel/quality-badge';
export { DeskMenu } from '../menu/desk-menu';
export { KeptOwnCalls } from '../pages/calls/kept-own-calls';
export { OwnDay } from '../pages/calls/own-day';
export { openPauseList } from './open-pause-list';
export { followPageTitle } from './page-title';
export { DeskPage } from '../pages/desk-page';
export { SignInForm } from '../sign-in/sign-in-form';
