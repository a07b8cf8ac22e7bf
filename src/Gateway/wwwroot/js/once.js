// A form marked data-once is sent once, however often its button is pressed.
document.addEventListener('submit', event => {
  const form = event.target;
  if (!form.matches('form[data-once]') || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'true';
});

// A page that comes back from the browser's memory starts afresh.
addEventListener('pageshow', event => {
  if (event.persisted) document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent);
});
