import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** A letter as people see it: some consist of several code points. */
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const firstOf = (word: string): string => [...letters.segment(word)][0]?.segment ?? '';

/** The first letters of the first and the last name. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '');
  return [words[0], words.length > 1 ? words[1] : undefined].map((word) => firstOf(word ?? '')).join('');
}

/** A name's initials on a colour derived from the name. Hidden from screen readers, because the name is always beside it. */
@Component({
  selector: 'app-avatar',
  template: '{{ letters() }}',
  styles: `
    :host {
      display: inline-grid;
      flex: none;
      place-items: center;
      inline-size: var(--app-avatar-size, 40px);
      block-size: var(--app-avatar-size, 40px);
      border-radius: 36% 36% 36% 8%;
      background: light-dark(hsl(var(--hue) 34% 86%), hsl(var(--hue) 24% 26%));
      color: light-dark(hsl(var(--hue) 60% 17%), hsl(var(--hue) 45% 93%));
      font-size: calc(var(--app-avatar-size, 40px) * 0.36);
      font-weight: 600;
      letter-spacing: 0.02em;
    }
  `,
  host: { 'aria-hidden': 'true', '[style.--hue]': 'hue()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Avatar {
  readonly name = input.required<string>();
  protected readonly letters = computed(() => initials(this.name()));
  protected readonly hue = computed(
    () => [...this.name()].reduce((sum, letter) => sum + letter.charCodeAt(0) * 41, 0) % 360,
  );
}
