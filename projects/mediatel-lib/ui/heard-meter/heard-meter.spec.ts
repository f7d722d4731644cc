import { TestBed } from '@angular/core/testing';
import type { MediaFlowStatus } from 'mediatel-lib/ports';
import { MediatelHeardMeter } from './heard-meter';
import { MediatelIntl } from '../intl/mediatel-intl';

async function meter(audibility: MediaFlowStatus | null, why: string | null = null, level: number | null = 0.5) {
  const fixture = TestBed.createComponent(MediatelHeardMeter);
  fixture.componentRef.setInput('who', 'you');
  fixture.componentRef.setInput('level', level);
  fixture.componentRef.setInput('audibility', audibility);
  fixture.componentRef.setInput('why', why);
  await fixture.whenStable();
  return { fixture, element: fixture.nativeElement as HTMLElement };
}

describe('MediatelHeardMeter', () => {
  it.each([
    ['proving', 'checking'],
    ['heard', 'heard'],
    ['silent', 'silent'],
    ['no-packets', 'nothing arrives'],
    ['unknown', 'can’t be measured'],
  ] as const)('says of %s: %s, for the eye and for a screen reader', async (audibility, words) => {
    const { element } = await meter(audibility);
    const proof = element.querySelector('[role=status]');
    expect(proof?.textContent?.trim()).toBe(words);
    expect(proof?.classList).toContain(audibility);
  });

  it('claims nothing when nothing is known, and still shows the level', async () => {
    const { element } = await meter(null);
    expect(element.querySelector('[role=status]')).toBeNull();
    expect(element.querySelector('mediatel-level-meter')).not.toBeNull();
    expect(element.textContent).toContain('you');
  });

  it('shows an unmeasured level differently from silence', async () => {
    const bars = ({ element }: Awaited<ReturnType<typeof meter>>) => {
      const shown = element.querySelector('mediatel-level-meter');
      return [shown?.getAttribute('aria-valuetext'), shown?.querySelectorAll('.on, .unknown').length];
    };
    expect(bars(await meter('unknown', null, null))).toEqual(['can’t be measured', 5]);
    expect(bars(await meter('silent', null, 0))).toEqual([null, 0]);
  });

  it('shows the reason and removes it', async () => {
    const { fixture, element } = await meter('silent', 'The customer is silent');
    expect(element.querySelector('.proof')?.getAttribute('title')).toBe('The customer is silent');
    fixture.componentRef.setInput('audibility', 'heard');
    fixture.componentRef.setInput('why', null);
    await fixture.whenStable();
    expect(element.querySelector('.proof')?.getAttribute('title')).toBe('');
  });

  it('follows the language', async () => {
    const { fixture, element } = await meter('heard');
    await TestBed.inject(MediatelIntl).setLanguage('uk');
    await fixture.whenStable();
    const { heard } = TestBed.inject(MediatelIntl).labels().audio;
    expect(heard.heard).not.toBe('heard');
    expect(element.querySelector('.proof')?.textContent?.trim()).toBe(heard.heard);
  });
});
