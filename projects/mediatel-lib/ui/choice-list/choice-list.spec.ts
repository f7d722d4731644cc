import { TestBed } from '@angular/core/testing';
import { type MediatelChoice, MediatelChoiceList } from './choice-list';

const few: readonly MediatelChoice[] = [
  { id: '4', name: '10. Promise to pay' },
  { id: '13', name: '50. No answer' },
  { id: '14', name: '51. Зайнято' },
];
const many: readonly MediatelChoice[] = Array.from({ length: 40 }, (_, index) => ({
  id: `${index}`,
  name: `Пауза ${index + 1}`,
}));

async function render(inputs: Readonly<Record<string, unknown>> = {}) {
  const fixture = TestBed.createComponent(MediatelChoiceList);
  for (const [name, value] of Object.entries({ choices: few, label: 'Codes', numbered: true, ...inputs })) {
    fixture.componentRef.setInput(name, value);
  }
  await fixture.whenStable();
  document.body.append(fixture.nativeElement as HTMLElement);
  const element = fixture.nativeElement as HTMLElement;
  const list = element.querySelector<HTMLElement>('[role=listbox]')!;
  const confirmed: (readonly string[])[] = [];
  fixture.componentInstance.confirmed.subscribe(() => confirmed.push(fixture.componentInstance.chosen()));
  const press = async (key: string, target: HTMLElement = list): Promise<void> => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await fixture.whenStable();
  };
  const search = async (text: string): Promise<void> => {
    const field = element.querySelector('input')!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const names = (): string[] =>
    [...element.querySelectorAll('[role=option] .words')].map(({ textContent }) => textContent);
  return { fixture, element, list, press, search, names, confirmed, chosen: () => fixture.componentInstance.chosen() };
}

describe('MediatelChoiceList', () => {
  it('chooses by its digit and confirms by Enter', async () => {
    const { press, chosen, confirmed } = await render();
    await press('2');
    expect(chosen()).toEqual(['13']);
    expect(confirmed).toEqual([]);
    await press('Enter');
    expect(confirmed).toEqual([['13']]);
  });

  it('chooses by arrows and Enter, and by a click', async () => {
    const { element, list, press, chosen } = await render();
    await press('ArrowDown');
    expect(list.getAttribute('aria-activedescendant')).toBe(element.querySelectorAll('[role=option]')[1]?.id);
    await press('Enter');
    expect(chosen()).toEqual(['13']);
    element.querySelectorAll<HTMLElement>('[role=option] .words')[2]?.click();
    expect(chosen()).toEqual(['14']);
  });

  it('shows a code’s number at the end of its row, and names the entry by its whole name', async () => {
    const { element, names } = await render({ coded: true });
    expect(names()).toEqual(['Promise to pay', 'No answer', 'Зайнято']);
    expect([...element.querySelectorAll('.code')].map(({ textContent }) => textContent)).toEqual(['10', '50', '51']);
    const option = element.querySelector('[role=option]');
    expect(option?.getAttribute('aria-label')).toBe('10. Promise to pay');
    expect(option?.getAttribute('title')).toBe('10. Promise to pay');
  });

  it('chooses by a digit that was pressed elsewhere', async () => {
    const { fixture, chosen } = await render();
    fixture.componentInstance.chooseNumber(2);
    expect(chosen()).toEqual(['13']);
    fixture.componentInstance.chooseNumber(9);
    fixture.componentInstance.chooseNumber(0);
    expect(chosen()).toEqual(['13']);
  });

  it('keeps the room of its least rows, whatever is found', async () => {
    const { list, search } = await render({ choices: many, rows: 5 });
    const rows = (): string => list.style.getPropertyValue('--mediatel-choice-rows');
    expect(rows()).toBe('5');
    await search('40 ПАУЗА');
    expect(rows()).toBe('5');
    expect((await render({ rows: 5 })).list.style.getPropertyValue('--mediatel-choice-rows')).toBe('3');
    expect((await render()).list.classList).not.toContain('shared');
  });

  it('keeps one choice, or several in their order', async () => {
    const single = await render();
    await single.press('2');
    await single.press('1');
    expect(single.chosen()).toEqual(['4']);
    const several = await render({ multiple: true });
    await several.press('2');
    await several.press('1');
    expect(several.chosen()).toEqual(['13', '4']);
    await several.press('2');
    expect(several.chosen()).toEqual(['4']);
  });

  it('marks the entry that is already chosen', async () => {
    const { element, list } = await render({ chosen: ['13'] });
    expect(list.getAttribute('aria-activedescendant')).toBe(element.querySelectorAll('[role=option]')[1]?.id);
  });

  it('ignores a digit beyond the list', async () => {
    const { press, chosen } = await render();
    await press('9');
    expect(chosen()).toEqual([]);
  });

  it('searches only long lists, by every word, in any case', async () => {
    expect((await render()).element.querySelector('input')).toBeNull();
    const { search, names } = await render({ choices: many });
    await search('40 ПАУЗА');
    expect(names()).toEqual(['Пауза 40']);
  });

  it('starts the search by a letter, and numbers what was found', async () => {
    const { element, press, search, names, chosen } = await render({ choices: many });
    await press('п');
    expect(document.activeElement).toBe(element.querySelector('input'));
    await search('3');
    expect(names()[0]).toBe('Пауза 3');
    await press('1');
    expect(chosen()).toEqual(['2']);
  });

  it('searches for digits in the search field, where Enter takes the marked one', async () => {
    const { element, search, press, chosen, confirmed } = await render({ choices: many });
    const field = element.querySelector('input')!;
    await search('17');
    await press('1', field);
    expect(chosen()).toEqual([]);
    await press('Enter', field);
    expect(chosen()).toEqual(['16']);
    expect(confirmed).toEqual([]);
  });

  it('says that nothing is found, or that there is nothing to choose', async () => {
    const { element, search } = await render({ choices: many });
    await search('обід');
    expect(element.textContent).toContain('Nothing found for “обід”');
    expect((await render({ choices: [], empty: 'No pauses' })).element.textContent).toContain('No pauses');
  });
});
