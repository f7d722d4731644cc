import { TestBed } from '@angular/core/testing';
import { MediatelSetupError } from 'mediatel-lib/ports';
import { MediatelDesk } from '../mediatel-desk/mediatel-desk';

it('a desk without provideMediatel says what to write', () => {
  expect(() => TestBed.createComponent(MediatelDesk)).toThrow(MediatelSetupError.noConfig());
});
