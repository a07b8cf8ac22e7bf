// Both show their time in a shadow tree: the words inside of them are the server's, and for readers without scripts.

// <local-time datetime="…Z"> shows a moment in the reader's own time zone.
customElements.define('local-time', class extends HTMLElement {
  static observedAttributes = ['datetime'];
  // In the page's language, as the reader's country writes it.
  static locale = navigator.languages.find(one => one.startsWith(document.documentElement.lang)) ?? document.documentElement.lang;
  static format = new Intl.DateTimeFormat(this.locale, { dateStyle: 'medium', timeStyle: 'short' });

  attributeChangedCallback() {
    const time = new Date(this.getAttribute('datetime'));
    if (!Number.isNaN(time.getTime())) (this.shadowRoot ?? this.attachShadow({ mode: 'open' })).textContent = this.constructor.format.format(time);
  }
});

// <elapsed-time seconds="12"> goes on counting. The server says where it stands, so that clocks need not agree.
customElements.define('elapsed-time', class extends HTMLElement {
  static observedAttributes = ['seconds'];
  #start = 0;
  #timer = 0;

  connectedCallback() { this.#timer = setInterval(() => this.#show(), 1000); }

  disconnectedCallback() { clearInterval(this.#timer); }

  attributeChangedCallback(name, before, after) {
    this.#start = performance.now() - Number(after) * 1000;
    this.#show();
  }

  #show() {
    const all = Math.floor((performance.now() - this.#start) / 1000);
    const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
    const two = number => String(number).padStart(2, '0');
    (this.shadowRoot ?? this.attachShadow({ mode: 'open' })).textContent = hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
  }
});
