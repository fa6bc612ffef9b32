// The colour scheme: what the reader chose here, else what the system prefers. Set before the first paint.
window.parleyTheme = (() => {
  'use strict';
  const KEY = 'parley-theme';
  const root = document.documentElement;

  function chosen() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // Storage may be closed to pages that are opened from a file.
    }
  }

  function toggle() {
    const systemDark = matchMedia('(prefers-color-scheme: dark)').matches;
    const now = root.dataset.theme ?? (systemDark ? 'dark' : 'light');
    root.dataset.theme = now === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem(KEY, root.dataset.theme);
    } catch {
      // The choice then lasts for this page.
    }
  }

  const scheme = chosen();
  if (scheme === 'light' || scheme === 'dark') {
    root.dataset.theme = scheme;
  }
  return { toggle };
})();
