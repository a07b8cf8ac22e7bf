import * as drafts from './drafts.js';

// <memo-editor> counts while someone writes, keeps the draft, and sends it once.
customElements.define('memo-editor', class extends HTMLElement {
  #form; #text; #title; #nonce; #button; #words; #freshNonce;

  connectedCallback() {
    this.#form = this.querySelector('form');
    this.#text = this.#form.elements['Form.Text'];
    this.#title = this.#form.elements['Form.Title'];
    this.#nonce = this.#form.elements['Form.Nonce'];
    this.#button = this.#form.querySelector('[type=submit]');
    this.#freshNonce = this.#nonce.value;
    this.#words = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' });
    if (this.hasAttribute('data-restore')) this.#restore();
    this.#form.addEventListener('input', () => this.#changed());
    this.#form.addEventListener('submit', event => this.#submit(event));
    this.#form.addEventListener('keydown', event => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat) {
        event.preventDefault();
        this.#form.requestSubmit();
      }
    });
    addEventListener('pageshow', event => { if (event.persisted) this.#ready(); });
    this.#count();
  }

  #restore() {
    const draft = drafts.load(this.dataset.draft);
    if (!draft || (draft.text === this.#text.value && draft.title === this.#title.value)) return;
    const original = { text: this.#text.value, title: this.#title.value };
    this.#text.value = draft.text;
    this.#title.value = draft.title;
    if (draft.nonce) this.#nonce.value = draft.nonce;
    const choice = [...this.#form.elements['Form.Language']].find(option => option.value === draft.language);
    if (choice) choice.checked = true;
    const notice = this.querySelector('[data-restored]');
    notice.hidden = false;
    notice.querySelector('[data-discard]').addEventListener('click', () => {
      drafts.remove(this.dataset.draft);
      this.#text.value = original.text;
      this.#title.value = original.title;
      this.#nonce.value = this.#freshNonce;
      notice.hidden = true;
      this.#count(true);
      this.#text.focus();
    });
  }

  #changed() {
    if (this.#text.value.trim() || this.#title.value.trim()) {
      drafts.save(this.dataset.draft, {
        text: this.#text.value,
        title: this.#title.value,
        language: this.#form.elements['Form.Language'].value,
        nonce: this.#nonce.value,
      });
    } else {
      drafts.remove(this.dataset.draft);
    }
    this.#count(true);
  }

  // As the server counts: without white space around, in UTF-16 code units, which is what length is.
  get #length() { return this.#text.value.trim().length; }

  // What the server said of the text stays until the text is changed.
  #count(isEdited = false) {
    let words = 0;
    for (const part of this.#words.segment(this.#text.value)) if (part.isWordLike) words++;
    const number = value => value.toLocaleString(document.documentElement.lang);
    const place = this.querySelector('[data-count-place]');
    place.textContent = (words === 1 ? this.dataset.countOne : this.dataset.count).replace('{0}', number(words)).replace('{1}', number(this.#length));
    const tooLong = this.#length > Number(this.dataset.max);
    place.classList.toggle('count-over', tooLong);
    if (tooLong) this.#complain(this.#rule());
    else if (isEdited && !this.#rule()) this.#complain(null);
  }

  #rule() {
    const say = text => text.replace('{0}', this.#length.toLocaleString(document.documentElement.lang));
    if (this.#length === 0) return this.dataset.empty;
    if (this.#length < Number(this.dataset.min)) return say(this.dataset.tooShort);
    if (this.#length > Number(this.dataset.max)) return say(this.dataset.tooLong);
    return null;
  }

  #complain(rule) {
    const place = this.querySelector('[data-error-place]');
    if ((place.textContent || null) !== rule) {
      const error = document.createElement('p');
      error.id = 'text-error';
      error.className = 'field-error';
      error.textContent = rule;
      place.replaceChildren(...(rule ? [error] : []));
    }
    this.querySelector('[data-text-field]').classList.toggle('field-invalid', rule !== null);
    if (rule) this.#text.setAttribute('aria-invalid', 'true');
    else this.#text.removeAttribute('aria-invalid');
  }

  #submit(event) {
    const rule = this.#rule();
    if (rule) {
      event.preventDefault();
      this.#complain(rule);
      this.#text.focus();
      return;
    }
    if (this.#form.dataset.sent) {
      event.preventDefault();
      return;
    }
    this.#form.dataset.sent = 'true';
    this.#changed();
    const label = this.#button.querySelector('.mud-button-label') ?? this.#button;
    this.#button.dataset.label = label.textContent;
    this.#button.setAttribute('aria-disabled', 'true');
    label.textContent = this.dataset.sending;
  }

  #ready() {
    delete this.#form.dataset.sent;
    this.#button.removeAttribute('aria-disabled');
    if (this.#button.dataset.label) (this.#button.querySelector('.mud-button-label') ?? this.#button).textContent = this.#button.dataset.label;
  }
});
