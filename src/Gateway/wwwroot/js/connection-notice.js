// Blazor says what becomes of a page's live connection. One that the server has forgotten is had again by loading the
// page; so is one that could not be had for long, as soon as the server answers.
customElements.define('connection-notice', class extends HTMLElement {
  connectedCallback() {
    this.addEventListener('components-reconnect-state-changed', event => {
      if (event.detail.state === 'rejected') location.reload();
      else if (event.detail.state === 'failed') this.#reloadWhenBack();
    });
  }

  async #reloadWhenBack() {
    try {
      await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
      location.reload();
    } catch {
      setTimeout(() => this.#reloadWhenBack(), 3000);
    }
  }
});
