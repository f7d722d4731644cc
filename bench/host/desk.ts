import { bootstrapApplication } from '@angular/platform-browser';
import { MediatelDesk } from 'mediatel-lib/desk';

void bootstrapApplication(MediatelDesk);
