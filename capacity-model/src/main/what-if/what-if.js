// Puts the page together: profile, fields, answers, drawings, and the address that holds them.
(() => {
  'use strict';
  const page = window.parleyWhatIf;
  const { data, state, create } = page;
  const $ = (selector) => document.querySelector(selector);
  const root = document.documentElement;
  let drawing = 0;
  let answered = false;
  let saying = 0;

  $('.theme').addEventListener('click', window.parleyTheme.toggle);

  // What a screen reader says waits until the change has come to rest.
  function say(text) {
    clearTimeout(saying);
    saying = setTimeout(() => { $('.said').textContent = text; }, 700);
  }

  function answer(values) {
    const baseline = page.baseline();
    say(page.showAnswers(values, baseline));
    page.draw($('.plots'), values, baseline, state.changes.size > 0);
    answered = true;
  }

  function render() {
    const { values, problem } = page.inputs();
    const shown = $('.problem');
    shown.hidden = !problem;
    if (!problem) {
      shown.textContent = '';
      answer(values);
      return;
    }
    const text = `${problem} The answers below are those ${answered ? 'before this change' : 'of the profile'}.`;
    if (!shown.textContent.startsWith(problem)) {
      shown.textContent = text;
    }
    if (!answered) {
      answer(page.baseline());
    }
  }

  function remember() {
    const fragment = page.fragment();
    try {
      history.replaceState(null, '', fragment);
    } catch {
      location.hash = fragment;
    }
  }

  // After any change by the reader.
  page.changed = () => {
    page.inputFields.showStates();
    page.countChanges();
    $('.reset').disabled = state.changes.size === 0;
    remember();
    cancelAnimationFrame(drawing);
    drawing = requestAnimationFrame(render);
  };

  function showProfile() {
    document.querySelectorAll('.profiles input').forEach((radio) => { radio.checked = radio.value === state.profile.id; });
    $('.about').replaceChildren(create('strong', { textContent: state.profile.users }), ` Must hold: ${state.profile.holds}`);
    answered = false;
    page.inputFields.showAll();
    page.changed();
    page.openChanged();
  }

  data.profiles.forEach((profile) => {
    const radio = create('input', { type: 'radio', name: 'profile', value: profile.id });
    radio.addEventListener('change', () => { page.choose(profile); showProfile(); });
    $('.profiles').append(create('label', {}, radio, create('span', { textContent: profile.id })));
  });
  page.inputFields.build($('.groups'));
  $('.find').addEventListener('input', (event) => page.inputFields.find(event.target.value));
  $('.formulas').addEventListener('change', (event) => root.classList.toggle('with-formulas', event.target.checked));
  $('.reset').addEventListener('click', () => { page.choose(state.profile); showProfile(); $('.find').focus(); });
  $('.copy').addEventListener('click', async (event) => {
    try {
      await navigator.clipboard.writeText(location.href);
      event.target.textContent = 'Copied';
    } catch {
      event.target.textContent = 'Copy the address above';
    }
    setTimeout(() => { event.target.textContent = 'Copy link'; }, 2500);
  });
  addEventListener('hashchange', () => {
    if (location.hash.startsWith('#profile=') && location.hash !== page.fragment()) {
      page.restore(location.hash);
      showProfile();
    }
  });
  page.restore(location.hash);
  showProfile();
})();
