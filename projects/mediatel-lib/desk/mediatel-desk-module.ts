import { NgModule } from '@angular/core';
import {
  AgentStateBar,
  CallCard,
  CallControls,
  ClericalForm,
  Dialer,
  Notice,
  PauseMenu,
  PrimaryAction,
} from 'mediatel-lib/ui';
import { MediatelDesk } from './mediatel-desk/mediatel-desk';

const pieces = [
  MediatelDesk,
  AgentStateBar,
  CallCard,
  CallControls,
  ClericalForm,
  Dialer,
  Notice,
  PauseMenu,
  PrimaryAction,
] as const;

/** The desk and its parts for hosts that declare their components in modules. */
@NgModule({ imports: [...pieces], exports: [...pieces] })
export class MediatelDeskModule {}
