import type { EarMode } from '../../training-kit';
import type { Ear, EarEvents } from '../telephony/ear';

/** The sound of an ear: the present and each later call of an extension. */
export type EarLine = Pick<Ear, 'createOffer' | 'acceptAnswer' | 'close'>;

/** Opens ears at an extension's calls. */
export interface EarLines {
  openEar(extension: string, options: { readonly mode: EarMode }, events: EarEvents): EarLine;
}
