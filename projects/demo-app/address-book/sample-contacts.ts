import type { Contact } from './contact';
import { everydayContacts } from './everyday-contacts';
import { trainingContacts } from './training-contacts';

/** All contacts of the sample data. */
export const sampleContacts: readonly Contact[] = [...trainingContacts, ...everydayContacts];
