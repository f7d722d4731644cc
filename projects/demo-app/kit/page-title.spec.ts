import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TitleStrategy, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { until } from 'test-kit';
import { PageLanguage } from './page-language';
import { PageTitle } from './page-title';
import { RouteTitle } from './route-title';

@Component({ template: '' })
class Anything {}

describe('the tab’s title', () => {
  beforeEach(() => localStorage.clear());

  it('names the open page in the reader’s language', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: '', component: Anything, title: 'customers' },
          { path: 'team', component: Anything, title: 'team' },
        ]),
        { provide: TitleStrategy, useExisting: RouteTitle },
      ],
    });
    TestBed.inject(PageTitle);
    const harness = await RouterTestingHarness.create('/');
    TestBed.tick();
    expect(document.title).toBe('Customers · Verba');
    await TestBed.inject(PageLanguage).choose('uk');
    await until(() => document.title === 'Клієнти · Verba', 'the title follows the language');
    await harness.navigateByUrl('/team');
    TestBed.tick();
    expect(document.title).toBe('Команда · Verba');
  });
});
