customElements.define('confirm-delete', class extends HTMLElement {
  connectedCallback() {
    this.classList.add('is-ready');
    this.addEventListener('click', event => {
      const dialog = this.querySelector('dialog');
      if (event.target.closest('[data-open]')) dialog.showModal();
      else if (event.target.closest('[data-close]') || event.target === dialog) dialog.close();
    });
  }
});
