/**
 * The page's title and icon, with something of ours in front of the host's title and instead of its icon.
 *
 * A title that the host sets meanwhile, for example its router, is taken over. `restore()` gives both back.
 */
export class KeptTitle {
  readonly #document: Document;
  readonly #observer: MutationObserver;
  /** The host's own title. */
  #title: string;
  /** The title that we wrote last; `null` while the host's title stands alone. */
  #written: string | null = null;
  #words: string | null = null;
  /** The host's icons, which ours replaces; `null` while they stand. */
  #icons: readonly Element[] | null = null;
  readonly #icon: HTMLLinkElement;

  constructor(document: Document) {
    this.#document = document;
    this.#title = document.title;
    this.#icon = document.createElement('link');
    this.#icon.rel = 'icon';
    this.#icon.type = 'image/svg+xml';
    this.#observer = new MutationObserver(() => this.#follow());
  }

  /** Shows the words before the host's title, and the icon. */
  show(words: string, iconUrl: string): void {
    if (this.#words === null) {
      this.#title = this.#document.title;
      this.#observer.observe(this.#document.head, { childList: true, subtree: true, characterData: true });
    } else {
      this.#adopt();
    }
    this.#words = words;
    this.#write();
    if (this.#icon.getAttribute('href') !== iconUrl) this.#icon.href = iconUrl;
    if (this.#icons !== null) return;
    this.#icons = [...this.#document.head.querySelectorAll('link[rel~="icon"]')];
    for (const icon of this.#icons) icon.remove();
    this.#document.head.append(this.#icon);
  }

  /** Gives the host's title and icons back. */
  restore(): void {
    this.#observer.disconnect();
    if (this.#words === null) return;
    this.#adopt();
    this.#words = null;
    this.#written = null;
    this.#document.title = this.#title;
    this.#icon.remove();
    this.#document.head.append(...(this.#icons ?? []));
    this.#icons = null;
  }

  /** The host may have set another title. */
  #adopt(): void {
    const { title } = this.#document;
    if (title !== this.#written) this.#title = title;
  }

  #follow(): void {
    if (this.#words === null || this.#document.title === this.#written) return;
    this.#adopt();
    this.#write();
  }

  #write(): void {
    this.#document.title = [this.#words, this.#title].filter(Boolean).join(' · ');
    // The browser may have trimmed it.
    this.#written = this.#document.title;
  }
}
