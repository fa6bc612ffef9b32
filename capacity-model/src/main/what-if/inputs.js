// The fields: a number and a slider for each input, with range and origin.
(() => {
  'use strict';
  const page = window.parleyWhatIf;
  const { data, state, create } = page;
  const STEPS = 1000;
  const fields = new Map();

  // Sliders over several powers of ten move by factors.
  function logarithmic(parameter) {
    return parameter.min > 0 && parameter.max / parameter.min >= 50;
  }

  function toStep(value, parameter) {
    const { min, max } = parameter;
    const at = logarithmic(parameter) ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
    return Math.round(at * STEPS);
  }

  function fromStep(step, parameter, whole) {
    const { min, max } = parameter;
    if (step <= 0 || step >= STEPS) {
      return step <= 0 ? min : max;
    }
    const at = step / STEPS;
    const exact = logarithmic(parameter) ? min * (max / min) ** at : min + at * (max - min);
    const digits = Number(exact.toPrecision(logarithmic(parameter) ? 2 : 3));
    const rounded = whole ? Math.round(digits) : digits;
    return Math.min(max, Math.max(min, rounded));
  }

  const WORDS = { asked: 'Asked', measured: 'Measured', decided: 'Decided', assumed: 'Assumed' };

  function field(input, i) {
    const id = `in-${input.key}`;
    const number = create('input', { id, type: 'text', inputMode: 'decimal', autocomplete: 'off', spellcheck: false });
    const slider = create('input', { type: 'range', min: 0, max: STEPS, step: 1, tabIndex: 0 });
    const range = create('span', { id: `${id}-range`, className: 'range' });
    const origin = create('span', { id: `${id}-origin`, className: 'origin' });
    const problem = create('span', { id: `${id}-problem`, className: 'wrong', hidden: true });
    const undo = create('button', { type: 'button', className: 'undo', textContent: 'Undo', hidden: true });
    undo.setAttribute('aria-label', `Undo the change of ${input.label}`);
    number.setAttribute('aria-describedby', `${id}-problem ${id}-range ${id}-origin`);
    slider.setAttribute('aria-label', input.label);
    const box = create('div', { className: 'field' },
      create('label', { htmlFor: id, textContent: input.label }),
      create('div', { className: 'line' }, slider, number, create('span', { className: 'unit', textContent: input.unit })),
      problem,
      create('div', { className: 'facts' }, range, origin, undo));
    number.addEventListener('focus', () => show(input.key, true));
    number.addEventListener('blur', () => show(input.key, true));
    number.addEventListener('input', () => { page.set(input.key, number.value); page.changed(); });
    slider.addEventListener('input', () => {
      page.set(input.key, page.plain(fromStep(Number(slider.value), state.profile.values[i], input.whole)));
      show(input.key, true);
      page.changed();
    });
    undo.addEventListener('click', () => {
      state.changes.delete(input.key);
      show(input.key, true);
      page.changed();
      number.focus();
    });
    fields.set(input.key, { input, i, box, number, slider, range, origin, problem, undo });
    return box;
  }

  // What a field shows; its text only when somebody else than its user changed it, in groups unless it is being edited.
  function show(key, withText) {
    const { input, i, box, number, slider, range, origin, problem, undo } = fields.get(key);
    const parameter = state.profile.values[i];
    const value = page.value(i);
    if (withText) {
      const text = state.changes.get(key) ?? page.plain(parameter.value);
      number.value = value === null || document.activeElement === number ? text : page.grouped(value);
    }
    const fixed = parameter.min === parameter.max;
    slider.hidden = fixed;
    number.readOnly = fixed;
    if (value !== null) {
      slider.value = toStep(value, parameter);
      slider.setAttribute('aria-valuetext', `${page.grouped(value)} ${input.unit}`);
    }
    const changed = state.changes.has(key);
    number.setAttribute('aria-invalid', String(value === null));
    problem.hidden = value !== null;
    problem.textContent = value === null ? `Expected ${page.range(parameter, input)}.` : '';
    range.textContent = fixed ? 'Fixed.' : `${page.grouped(parameter.min)} … ${page.grouped(parameter.max)}.`;
    origin.replaceChildren(create('b', { className: parameter.origin, textContent: WORDS[parameter.origin] }), ` ${parameter.text}`);
    undo.hidden = !changed;
    box.classList.toggle('changed', changed);
  }

  function build(place) {
    const groups = new Map();
    data.inputs.forEach((input, i) => {
      if (!groups.has(input.group)) {
        const count = create('span', { className: 'count' });
        const details = create('details', { open: groups.size < 2 }, create('summary', {}, `${data.groups[input.group]} `, count));
        groups.set(input.group, { details, count });
        place.append(details);
      }
      groups.get(input.group).details.append(field(input, i));
    });
    page.countChanges = () => {
      groups.forEach(({ count }, name) => {
        const changed = data.inputs.filter((input) => input.group === name && state.changes.has(input.key)).length;
        count.textContent = changed > 0 ? `${changed} changed` : '';
      });
    };
    // What an address changes must be seen.
    page.openChanged = () => groups.forEach(({ details, count }) => { details.open ||= count.textContent !== ''; });
  }

  // Fields whose words fit stay; their groups open.
  function find(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    fields.forEach(({ input, box }) => {
      const content = `${input.key} ${input.label} ${input.unit}`.toLowerCase();
      box.hidden = !words.every((word) => content.includes(word));
    });
    document.querySelectorAll('.groups details').forEach((details) => {
      const any = [...details.querySelectorAll('.field')].some((box) => !box.hidden);
      details.hidden = !any;
      if (words.length > 0) {
        details.open = any;
      }
    });
  }

  page.inputFields = { build, find, show, showAll: () => fields.forEach((field, key) => show(key, true)), showStates: () => fields.forEach((field, key) => show(key, false)) };
})();
