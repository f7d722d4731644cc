/**
 * A duration in words, rounded down: `45 sec`, `6 min`, `1 hr 5 min`.
 *
 * `language` is a BCP 47 tag. Unit names and their plurals come from the browser. With the precision `second` the seconds
 * stay below an hour: `6 min 59 sec`.
 */
export function durationWords(seconds: number, language: string, precision: 'minute' | 'second' = 'minute'): string {
  const unit = (value: number, unit: 'hour' | 'minute' | 'second'): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return unit(whole, 'second');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) {
    const shown = precision === 'minute' ? 0 : whole % 60;
    return shown === 0 ? unit(minutes, 'minute') : `${unit(minutes, 'minute')} ${unit(shown, 'second')}`;
  }
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(rest, 'minute')}`;
}
