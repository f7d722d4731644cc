import { InjectionToken } from '@angular/core';
import type { SupervisorNotes } from './supervisor-notes';

/**
 * The notes that the feed fills.
 *
 * `provideSupervisorFeed` provides them, so that the feed's chunk does not name the class. Bundlers would else put the class
 * into the first page of every host, with or without the feed.
 */
export const MEDIATEL_FEED_NOTES = new InjectionToken<SupervisorNotes>('MEDIATEL_FEED_NOTES');
