// Starts the deck. A file of its own, because the server's security policy allows no inline code.
(() => {
  'use strict';
  const root = document.documentElement;
  const speaker = document.querySelector('.speaker');
  const showNotes = document.querySelector('.show-notes');
  const narrow = window.innerWidth < 700;

  function writeNotes() {
    const notes = Reveal.getCurrentSlide()?.querySelector('aside.notes');
    speaker.replaceChildren();
    if (notes) {
      const time = document.createElement('p');
      time.className = 'time';
      time.textContent = `${Reveal.getSlidePastCount() + 1} of ${Reveal.getTotalSlides()} · ${notes.dataset.time} minutes`;
      speaker.append(time, ...[...notes.childNodes].map((node) => node.cloneNode(true)));
    }
  }

  function toggleNotes() {
    const shown = root.classList.toggle('with-notes');
    showNotes.setAttribute('aria-pressed', String(shown));
    if (!narrow) {
      speaker.hidden = !shown;
      Reveal.layout();
    }
  }

  showNotes.addEventListener('click', toggleNotes);
  document.querySelector('.scheme').addEventListener('click', window.parleyTheme.toggle);

  if (narrow) {
    document.querySelector('.reveal').className = 'reading';
    document.querySelector('.slides').className = 'all';
    root.classList.add('ready');
    return;
  }
  Reveal.initialize({
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    hash: true,
    controls: true,
    controlsTutorial: false,
    progress: true,
    slideNumber: 'c/t',
    transition: 'none',
    backgroundTransition: 'none',
    pdfSeparateFragments: false,
    keyboard: { 76: window.parleyTheme.toggle, 78: toggleNotes },
  }).then(() => {
    Reveal.on('slidechanged', writeNotes);
    writeNotes();
    root.classList.add('ready');
  });
})();
