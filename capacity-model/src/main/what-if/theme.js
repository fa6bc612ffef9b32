// Sets the colour scheme before the first paint: what the reader chose here, else what the system prefers.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('parley-theme');
  } catch {
    // Storage may be closed to pages that are opened from a file.
  }
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
})();
