// <review-reader> moves between comments and the passages they are about: buttons, numbers in the text, j and k.
customElements.define('review-reader', class extends HTMLElement {
  #current = -1;
  #keys = event => this.#key(event);

  connectedCallback() {
    this.addEventListener('click', event => this.#click(event));
    document.addEventListener('keydown', this.#keys);
  }

  disconnectedCallback() { document.removeEventListener('keydown', this.#keys); }

  get #cards() { return [...this.querySelectorAll('[data-card]')]; }

  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, textarea, select, dialog, [contenteditable]')) return;
    if (event.key === 'j' || event.key === 'n') this.#step(1);
    else if (event.key === 'k' || event.key === 'p') this.#step(-1);
  }

  #click(event) {
    const target = event.target.closest('[data-step], [data-finding], [data-passage], [data-jump]');
    if (!target) return;
    event.preventDefault();
    const { step, finding, passage, jump } = target.dataset;
    if (step) this.#step(Number(step));
    else if (finding) this.#show(Number(finding));
    else if (passage) this.#passage(passage, 'center');
    else this.#open(document.getElementById(jump));
  }

  #step(by) {
    const count = this.#cards.length;
    if (count === 0) return;
    this.#show(this.#current < 0 ? (by > 0 ? 0 : count - 1) : (this.#current + by + count) % count);
  }

  #show(index) {
    const card = this.#cards[index];
    if (!card) return;
    this.#current = index;
    this.#cards.forEach(other => other.classList.toggle('is-current', other === card));
    const place = this.querySelector('[data-place]');
    place.textContent = place.dataset.format.replace('{0}', index + 1);
    // Where the comments stand beside the memo, both come into view; where they stand below it, the comment does.
    const beside = card.getBoundingClientRect().left > this.querySelector('[data-memo]').getBoundingClientRect().left + 40;
    this.#passage(`f${index}`, beside ? 'center' : null);
    if (beside) {
      const list = card.closest('.findings');
      list.scrollTo({ top: card.offsetTop - list.offsetTop - 8, behavior: this.#behavior });
    } else {
      card.scrollIntoView({ block: 'center', behavior: this.#behavior });
    }
    card.focus({ preventScroll: true });
  }

  #passage(mark, block) {
    this.querySelectorAll('[data-marks].is-current').forEach(piece => piece.classList.remove('is-current'));
    const pieces = [...this.querySelectorAll(`[data-marks~="${CSS.escape(mark)}"]`)];
    pieces.forEach(piece => piece.classList.add('is-current'));
    if (block) pieces[0]?.scrollIntoView({ block, behavior: this.#behavior });
  }

  #open(element) {
    if (!element) return;
    element.open = true;
    element.scrollIntoView({ block: 'start', behavior: this.#behavior });
    element.querySelector('summary').focus({ preventScroll: true });
  }

  get #behavior() { return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'; }
});
