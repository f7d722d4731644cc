import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { until } from 'test-kit';
import { readScenario } from '../../training-kit';
import { freshScenario } from './fresh-scenario';
import { ScenarioEditor } from './scenario-editor';
import { ScenarioFiles } from './scenario-files';

const address = '/api/training/scenarios';
const listed = { id: 'own-one', title: 'Own one', languages: ['en'], origin: 'own' };

describe('the scenario editor', () => {
  let fixture: ComponentFixture<ScenarioEditor>;
  let server: HttpTestingController;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const field = (): HTMLTextAreaElement => page().querySelector('textarea')!;
  const button = (name: string): HTMLButtonElement =>
    [...page().querySelectorAll('button')].find((each) => each.textContent?.includes(name))!;
  const type = async (text: string): Promise<void> => {
    field().value = text;
    field().dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const problems = (): string[] =>
    [...page().querySelectorAll('.problems li button')].map((each) =>
      [...each.children].map(({ textContent }) => textContent).join(' '),
    );

  beforeEach(async () => {
    localStorage.clear();
    await open();
  });

  async function open(): Promise<void> {
    TestBed.configureTestingModule({ providers: [ScenarioFiles, provideHttpClient(), provideHttpClientTesting()] });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(ScenarioEditor);
    server.expectOne(address).flush({ scenarios: [listed] });
    await fixture.whenStable();
  }

  async function choose(id: string, yaml: string): Promise<void> {
    const select = page().querySelector('select')!;
    select.value = id;
    select.dispatchEvent(new Event('change'));
    await until(() => server.match(`${address}/${id}`).some((request) => (request.flush(yaml), true)), 'it is loaded');
    await fixture.whenStable();
  }

  it('begins with a scenario that can be played', () => {
    expect(field().value).toBe(freshScenario);
    expect(readScenario(freshScenario)).toMatchObject({ ok: true });
    expect(problems()).toEqual([]);
    expect(button('Save').getAttribute('aria-disabled')).not.toBe('true');
  });

  it('lists problems with line and field; a click goes there', async () => {
    await type(freshScenario.replace('go: thanks', 'go: thnks'));
    await until(() => problems().length > 0, 'the problem is listed');
    expect(problems()[0]).toMatch(/^Line 23 calls\[0\]\.turns\[0\]\.next\[0\]\.go there is no turn "thnks"/);
    page().querySelector<HTMLButtonElement>('.problems li button')!.click();
    expect(document.activeElement).toBe(field());
    expect(field().value.slice(field().selectionStart, field().selectionEnd)).toBe('thnks');
  });

  it('saves under the id in the text, and only without problems', async () => {
    await type(`${freshScenario}wrong: 1\n`);
    await until(() => problems().length > 0, 'the problem is listed');
    button('Save').click();
    server.expectNone(() => true);
    await type(freshScenario.replace('my-scenario', 'call-back'));
    await until(() => problems().length === 0, 'no problem is listed');
    await fixture.whenStable();
    button('Save').click();
    const put = server.expectOne({ method: 'PUT', url: `${address}/call-back` });
    expect(put.request.headers.get('content-type')).toBe('application/yaml');
    put.flush(null);
    await until(
      () => server.match(address).some((list) => (list.flush({ scenarios: [listed] }), true)),
      'listed again',
    );
    await until(() => page().textContent?.includes('Saved.') ?? false, 'it says so');
    expect(field().value).toContain('call-back');
  });

  it('shows what only the server found, and keeps the text', async () => {
    button('Save').click();
    const found = [{ line: 1, column: 5, path: 'id', message: 'is taken' }];
    server.expectOne(`${address}/my-scenario`).flush({ problems: found }, { status: 422, statusText: 'refused' });
    await until(() => problems().length > 0, 'the problem is listed');
    expect(problems()).toEqual(['Line 1 id is taken']);
    expect(field().value).toBe(freshScenario);
  });

  it.each([
    [0, 'no network'],
    [507, 'a full disk'],
  ])('says that it did not save (%s, %s), and keeps the text', async (status) => {
    await type(`${freshScenario}# mine\n`);
    await until(() => button('Save').getAttribute('aria-disabled') !== 'true', 'it can be saved');
    button('Save').click();
    const put = server.expectOne(`${address}/my-scenario`);
    if (status === 0) put.error(new ProgressEvent('error'));
    else put.flush({}, { status, statusText: 'refused' });
    await until(() => page().textContent?.includes('did not save it') ?? false, 'it says so');
    expect(field().value).toContain('# mine');
  });

  it('never loses a text that is not saved: another scenario, another page, a reload', async () => {
    await type('half a scen');
    await choose('own-one', 'id: own-one\n');
    expect(field().value).toBe('id: own-one\n');
    await type('id: own-one\nversion: 1\n');
    TestBed.resetTestingModule();
    await open();
    expect(field().value).toBe('half a scen');
    await choose('own-one', 'id: own-one\n');
    expect(field().value).toBe('id: own-one\nversion: 1\n');
    button('Discard my text').click();
    await fixture.whenStable();
    expect(field().value).toBe('id: own-one\n');
  });

  it('deletes a trainer’s own scenario, after a second press', async () => {
    await choose('own-one', freshScenario);
    button('Delete the scenario').click();
    await fixture.whenStable();
    server.expectNone({ method: 'DELETE' });
    button('Delete it for everybody?').click();
    server.expectOne({ method: 'DELETE', url: `${address}/own-one` }).flush(null);
    await until(() => server.match(address).some((list) => (list.flush({ scenarios: [] }), true)), 'listed again');
    await until(() => page().textContent?.includes('Deleted.') ?? false, 'it says so');
  });
});
