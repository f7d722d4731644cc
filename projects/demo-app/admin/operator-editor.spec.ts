import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type AgentChange, type MediatelAgent, MediatelAgents, MediatelExtensions } from 'mediatel-lib/rest';
import { type Observable, of } from 'rxjs';
import { Directory } from './directory';
import { OperatorEditor } from './operator-editor';

/** The API with one operator, whom another administrator may change too. */
class FakeAgents {
  agent: MediatelAgent = { ID: 7, Login: 'olha.koval', Details: 'o@crm.example', PersNumbers: ['1021'] };
  readonly changes: AgentChange[] = [];

  list = (): Observable<MediatelAgent[]> => of([this.agent]);
  change = (_id: number, change: AgentChange): Observable<void> => {
    this.changes.push(change);
    this.agent = { ...this.agent, ...change };
    return of(undefined);
  };
}

describe('the editor of an operator', () => {
  let api: FakeAgents;
  let fixture: ComponentFixture<OperatorEditor>;
  const field = (name: string): HTMLInputElement =>
    (fixture.nativeElement as HTMLElement).querySelector(`[name="${name}"]`)!;
  const type = async (name: string, text: string): Promise<void> => {
    field(name).value = text;
    field(name).dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const save = async (): Promise<void> => {
    (fixture.nativeElement as HTMLElement).querySelector('form')!.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
  };
  const list = async (): Promise<void> => {
    await TestBed.inject(Directory).load();
    await fixture.whenStable();
  };

  beforeEach(async () => {
    localStorage.clear();
    api = new FakeAgents();
    const extensions = { list: () => of(['1021', '1022'].map((E_Extension, E_ID) => ({ E_ID, E_Extension }))) };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: MediatelAgents, useValue: api },
        { provide: MediatelExtensions, useValue: extensions },
      ],
    });
    await open();
    await list();
  });

  async function open(): Promise<void> {
    fixture = TestBed.createComponent(OperatorEditor);
    fixture.componentRef.setInput('id', '7');
    await fixture.whenStable();
  }

  it('keeps what was typed over another page, and sends it alone', async () => {
    await type('details', 'olha@crm.example');
    fixture.destroy();
    await open();
    expect(field('details').value).toBe('olha@crm.example');
    await save();
    expect(api.changes).toEqual([{ Details: 'olha@crm.example' }]);
  });

  it('takes back nothing that another administrator changed meanwhile', async () => {
    await type('details', 'olha@crm.example');
    api.agent = { ...api.agent, Login: 'olha.bondar', PersNumbers: ['1022'] };
    await list();
    expect(field('login').value).toBe('olha.bondar');
    expect(field('details').value).toBe('olha@crm.example');
    await save();
    expect(api.changes).toEqual([{ Details: 'olha@crm.example' }]);
  });

  it('has nothing to save once the other administrator did the same', async () => {
    await type('details', 'olha@crm.example');
    api.agent = { ...api.agent, Details: 'olha@crm.example' };
    await list();
    await save();
    expect(api.changes).toEqual([]);
  });
});
