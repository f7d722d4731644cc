import { ChangeDetectionStrategy, Component, type ElementRef, computed, input, model, viewChild } from '@angular/core';

/** A plain text field with line numbers. */
@Component({
  selector: 'app-numbered-text',
  template: `
    <div #numbers class="numbers" aria-hidden="true">
      @for (line of lines(); track line) {
        <span [class.wrong]="wrong().has(line)">{{ line }}</span>
      }
    </div>
    <textarea
      #field
      wrap="off"
      spellcheck="false"
      autocapitalize="off"
      autocomplete="off"
      [attr.aria-label]="label()"
      [attr.aria-invalid]="wrong().size > 0"
      [attr.aria-describedby]="describedBy()"
      [value]="text()"
      (input)="text.set(field.value)"
      (scroll)="numbers.scrollTop = field.scrollTop"
    ></textarea>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      min-block-size: 0;
      overflow: hidden;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 12px;
      background: var(--mat-sys-surface-container-lowest);
      font:
        14px/1.5 ui-monospace,
        'Cascadia Mono',
        Menlo,
        Consolas,
        'DejaVu Sans Mono',
        monospace;
    }
    :host:focus-within {
      outline: 2px solid var(--mat-sys-primary);
      outline-offset: 1px;
    }
    .numbers {
      overflow: hidden;
      padding: 12px 8px 28px 12px;
      background: var(--mat-sys-surface-container);
      color: var(--mat-sys-on-surface-variant);
      font-variant-numeric: tabular-nums;
      text-align: end;
      user-select: none;
    }
    span {
      display: block;
    }
    .wrong {
      color: var(--mat-sys-error);
      font-weight: 700;
    }
    textarea {
      min-inline-size: 0;
      padding: 12px;
      border: 0;
      outline: 0;
      background: none;
      color: var(--mat-sys-on-surface);
      font: inherit;
      overflow: auto;
      resize: none;
      tab-size: 2;
      white-space: pre;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NumberedText {
  readonly text = model.required<string>();
  readonly label = input.required<string>();
  /** Numbers of lines with a problem, from 1. */
  readonly wrong = input.required<ReadonlySet<number>>();
  /** The id of the list of problems. */
  readonly describedBy = input.required<string>();

  protected readonly lines = computed(() =>
    this.text()
      .split('\n')
      .map((_, index) => index + 1),
  );
  protected readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  /** Puts the cursor at a place, both from 1, and shows its line. */
  goTo(line: number, column: number): void {
    const field = this.field().nativeElement;
    const lines = this.text().split('\n');
    const row = Math.min(Math.max(line, 1), lines.length);
    const before = lines.slice(0, row - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const start = before + Math.min(Math.max(column - 1, 0), lines[row - 1]!.length);
    field.focus();
    field.setSelectionRange(start, before + lines[row - 1]!.length);
    const height = field.scrollHeight / Math.max(1, lines.length);
    field.scrollTop = Math.max(0, height * (row - 1) - field.clientHeight / 2);
  }
}
