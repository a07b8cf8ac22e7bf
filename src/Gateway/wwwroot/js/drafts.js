// What someone writes is kept in this browser until the server has it. Storage may be full or forbidden: then nothing
// is kept, and everything else works.
const prefix = 'memocoach:draft:';

export function load(name) {
  try {
    return JSON.parse(localStorage.getItem(prefix + name));
  } catch {
    return null;
  }
}

export function save(name, draft) {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(draft));
  } catch {
    return;
  }
}

export function remove(name) {
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    return;
  }
}

// The page that follows a submission says which draft the server has taken.
function forgetAccepted() {
  const url = new URL(location.href);
  const nonce = url.searchParams.get('accepted');
  if (nonce === null) return;
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix) && load(key.slice(prefix.length))?.nonce === nonce) localStorage.removeItem(key);
    }
  } catch {
    return;
  } finally {
    url.searchParams.delete('accepted');
    history.replaceState(history.state, '', url);
  }
}

forgetAccepted();
