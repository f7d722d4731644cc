import type { TurnAction } from '../turn';
import type { CustomerEffect } from './customer-effect';

/** What one action of a turn, or of a trainer, leads to. A temper changes only how the next lines sound. */
export function effectsOfAction(action: TurnAction): CustomerEffect[] {
  if ('hangUp' in action) return [{ type: 'hangUp' }];
  if ('line' in action) return [{ type: 'line', ...action.line }];
  if ('audio' in action) return [{ type: 'audio', gone: action.audio === 'gone' }];
  if ('cut' in action) return [{ type: 'cut', ...action.cut }];
  if ('stuck' in action) return [{ type: 'stuck' }];
  if ('secondCall' in action) return [{ type: 'secondCall', seconds: action.secondCall }];
  return [];
}
