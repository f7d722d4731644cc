// `@angular/core` in specs. The compiler comes first: decorators need it.
import '@angular/compiler';

export * from '../../node_modules/@angular/core/fesm2022/core.mjs';
