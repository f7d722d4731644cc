import type { DeskScene } from './desk-scene';
import { callScenes } from './call-scenes';
import { pageScenes } from './page-scenes';
import { stateScenes } from './state-scenes';

/** Every view of the desk. */
export const deskScenes: readonly DeskScene[] = [...stateScenes, ...callScenes, ...pageScenes];
