import {
  ChangeDetectorRef,
  DestroyRef,
  DOCUMENT,
  ElementRef,
  NgZone,
  type Signal,
  type WritableSignal,
  afterNextRender,
  inject,
  signal,
} from '@angular/core';

/** How long (ms) a pressed view stands still at most. A button that is held for longer may change. */
const longestHold = 1000;

/** How long (ms) after the release a click may still come. A touch screen sends the click in an event of its own. */
const touchClickDelay = 350;

/** Elements that a person clicks. */
const clickable =
  'button, a[href], label, summary, [role=button], [role=option], [role^=menuitem], input[type=checkbox], input[type=radio]';

/**
 * Keeps the view of a component as it is while one of its buttons is pressed. Call it in the constructor of the component.
 *
 * A browser sends no click if the pressed element is replaced or moved before the release, and a snapshot may come at any
 * time. So the view, with its children, is not rendered between press and click. Presses in overlays (menus, dialogs)
 * count too, because an overlay's content belongs to the view that opened it.
 *
 * A handler of a click thus sees the inputs and template variables that were on the screen. It must not read anything newer
 * to decide what the click means.
 *
 * @returns Whether the view is held. Effects of the component still run meanwhile: one that opens or closes an overlay must
 * wait for `false`.
 */
export function holdWhilePressed(): Signal<boolean> {
  const view = inject(ChangeDetectorRef);
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const document = inject(DOCUMENT);
  const zone = inject(NgZone);
  const destroyRef = inject(DestroyRef);
  const held = signal(false);
  // Not on a server, where nobody presses.
  afterNextRender(() => {
    const stop = zone.runOutsideAngular(() => holdDuringPresses(view, host, document, held));
    destroyRef.onDestroy(stop);
  });
  return held.asReadonly();
}

function holdDuringPresses(
  view: ChangeDetectorRef,
  host: HTMLElement,
  document: Document,
  held: WritableSignal<boolean>,
): () => void {
  const stopped = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const release = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    view.reattach();
    held.set(false);
    view.markForCheck();
  };
  const releaseIn = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(release, ms);
  };
  const hold = ({ target }: Event): void => {
    if (!(target instanceof Element) || target.closest(clickable) === null) return;
    if (!host.contains(target) && target.closest('.cdk-overlay-container') === null) return;
    view.detach();
    held.set(true);
    releaseIn(longestHold);
  };
  const letGo = (delay: number): void => {
    if (timer !== undefined) releaseIn(delay);
  };

  const capture = { signal: stopped.signal, capture: true };
  document.addEventListener('pointerdown', (event) => event.button === 0 && hold(event), capture);
  document.addEventListener(
    'pointerup',
    ({ pointerType }) => letGo(pointerType === 'touch' ? touchClickDelay : 0),
    capture,
  );
  document.addEventListener('pointercancel', release, capture);
  // The space bar presses a button when it is released, Enter at once.
  document.addEventListener('keydown', (event) => event.key === ' ' && !event.repeat && hold(event), capture);
  document.addEventListener('keyup', (event) => event.key === ' ' && letGo(0), capture);
  // The window is the last to get the click: all handlers have run.
  document.defaultView?.addEventListener('click', release, { signal: stopped.signal });
  return () => {
    stopped.abort();
    clearTimeout(timer);
  };
}
