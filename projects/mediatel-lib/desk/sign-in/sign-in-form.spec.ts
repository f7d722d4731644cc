import { TestBed } from '@angular/core/testing';
import type { OperatorCredentials } from 'mediatel-lib/ports';
import { SignInForm } from './sign-in-form';

async function render(inputs: Readonly<Record<string, unknown>> = {}) {
  const fixture = TestBed.createComponent(SignInForm);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const given: OperatorCredentials[] = [];
  fixture.componentInstance.signIn.subscribe((credentials) => given.push(credentials));
  const element = fixture.nativeElement as HTMLElement;
  const submit = async (login: string, password: string): Promise<void> => {
    element.querySelector<HTMLInputElement>('[name=username]')!.value = login;
    element.querySelector<HTMLInputElement>('[name=password]')!.value = password;
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
  };
  return { element, submit, given };
}

describe('SignInForm', () => {
  it('emits what the operator typed or the browser filled in', async () => {
    const { submit, given } = await render();
    await submit(' agent1 ', ' pass word ');
    expect(given).toEqual([{ login: 'agent1', password: ' pass word ' }]);
  });

  it('asks for what is missing', async () => {
    const { element, submit, given } = await render();
    await submit('agent1', '');
    expect(given).toEqual([]);
    expect(element.querySelector('[role=alert]')?.textContent).toBe('Enter your login and password');
  });

  it('says why it failed, and waits while signing in', async () => {
    const { element, submit, given } = await render({ pending: true, error: 'Wrong login or password' });
    await submit('agent1', 'training');
    expect(given).toEqual([]);
    expect(element.querySelector('[role=alert]')?.textContent).toBe('Wrong login or password');
  });
});
