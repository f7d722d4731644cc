import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { GroupHeadingHarness } from 'mediatel-lib/testing';
import { fakeHub } from '../../hub/fake-hub.fixture';
import { GroupHeading } from './group-heading';

describe('GroupHeading', () => {
  async function render(isFolded: boolean) {
    await fakeHub();
    const fixture = TestBed.createComponent(GroupHeading);
    fixture.componentRef.setInput('name', 'Banks');
    fixture.componentRef.setInput('mix', [
      { state: 'talking', count: 41 },
      { state: 'available', count: 12 },
      { state: 'gone', count: 1 },
    ]);
    fixture.componentRef.setInput('isFolded', isFolded);
    let toggles = 0;
    fixture.componentInstance.toggled.subscribe(() => (toggles += 1));
    const heading = await TestbedHarnessEnvironment.harnessForFixture(fixture, GroupHeadingHarness);
    return { heading, toggles: () => toggles };
  }

  it('says how many operators the group has, and what they do', async () => {
    const { heading } = await render(false);
    expect(await heading.name()).toBe('Banks · 54');
    expect(await heading.mix()).toBe('41 in a call · 12 free · 1 gone');
  });

  it('is a button that says whether the group is folded', async () => {
    expect(await (await render(false)).heading.isFolded()).toBe(false);
    TestBed.resetTestingModule();
    const { heading, toggles } = await render(true);
    expect(await heading.isFolded()).toBe(true);
    await heading.toggle();
    expect(toggles()).toBe(1);
  });
});
