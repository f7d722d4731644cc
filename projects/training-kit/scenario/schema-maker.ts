import { z } from 'zod';

// Zod otherwise compiles checks by `new Function`, which a page with a strict Content-Security-Policy reports. It reads
// this setting when a schema is made, so every schema of the kit takes `z` from here.
z.config({ jitless: true });

export { z };
