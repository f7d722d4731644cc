// What a desk needs soon, but not to show: one chunk, loaded as soon as the desk shows. More chunks would cost more, since a
// packager moves what each of them shares with the desk into a file of its own.
export { DeskMenu } from '../menu/desk-menu';
export { openPauseList } from './open-pause-list';
export { SignInForm } from '../sign-in/sign-in-form';
