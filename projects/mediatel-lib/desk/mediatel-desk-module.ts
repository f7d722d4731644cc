import { NgModule } from '@angular/core';
import {
  MediatelAgentStateBar,
  MediatelCallCard,
  MediatelCallControls,
  MediatelClericalForm,
  MediatelDialer,
  MediatelNotice,
  MediatelPauseMenu,
  MediatelPrimaryAction,
} from 'mediatel-lib/ui';
import { MediatelDesk } from './mediatel-desk/mediatel-desk';

const pieces = [
  MediatelDesk,
  MediatelAgentStateBar,
  MediatelCallCard,
  MediatelCallControls,
  MediatelClericalForm,
  MediatelDialer,
  MediatelNotice,
  MediatelPauseMenu,
  MediatelPrimaryAction,
] as const;

/** The desk and its parts, for hosts that use `NgModule`. */
@NgModule({ imports: [...pieces], exports: [...pieces] })
export class MediatelDeskModule {}
