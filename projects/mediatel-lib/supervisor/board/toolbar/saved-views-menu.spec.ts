import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { SavedViewsMenuHarness } from 'mediatel-lib/testing';
import { fakeHub } from '../../hub/fake-hub.fixture';
import type { BoardSettings } from '../view/board-arrangement';
import type { SavedView } from '../view/saved-views';
import { SavedViewsMenu } from './saved-views-menu';

const settings: BoardSettings = { search: 'ole', state: 'talking', group: 'queue', sort: 'time', descending: true };

describe('SavedViewsMenu', () => {
  afterEach(() => localStorage.clear());

  async function render(): Promise<{ menu: SavedViewsMenuHarness; chosen: SavedView[] }> {
    await fakeHub();
    const fixture = TestBed.createComponent(SavedViewsMenu);
    fixture.componentRef.setInput('settings', settings);
    fixture.componentRef.setInput('layout', 'tiles');
    const chosen: SavedView[] = [];
    fixture.componentInstance.chosen.subscribe((view) => chosen.push(view));
    return { menu: await TestbedHarnessEnvironment.harnessForFixture(fixture, SavedViewsMenuHarness), chosen };
  }

  it('saves the present view under a name and shows it again', async () => {
    const { menu, chosen } = await render();
    await menu.save('Talkers');
    expect(await menu.names()).toEqual(['Talkers']);
    await menu.openView(0);
    expect(chosen).toEqual([{ ...settings, layout: 'tiles', name: 'Talkers' }]);
  });

  it('replaces a view of the same name, and saves none without a name', async () => {
    const { menu } = await render();
    await menu.save('Talkers');
    await menu.save(' Talkers ');
    await menu.save('  ');
    expect(await menu.names()).toEqual(['Talkers']);
  });

  it('deletes the view whose button is pressed', async () => {
    const { menu } = await render();
    await menu.save('One');
    await menu.save('Two');
    await menu.remove(0);
    expect(await menu.names()).toEqual(['Two']);
  });
});
