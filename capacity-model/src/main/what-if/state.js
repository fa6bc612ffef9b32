// What the page asks: a profile, and the values that differ from it. It stands in the address, so that it can be sent.
window.parleyWhatIf = (() => {
  'use strict';
  const data = window.parleyCapacity;
  const model = { solve: window.solve, bindings: window.bindings, conflicts: window.conflicts, text: window.text };
  const positions = new Map(data.inputs.map((input, i) => [input.key, i]));
  const answers = new Map(data.answers.map((answer, i) => [answer.id, i]));

  const state = {
    profile: data.profiles[0],
    // What stands in the fields, as text, for keys whose value differs from the profile's.
    changes: new Map(),
  };

  function range(parameter, input) {
    return `${input.whole ? 'a whole number, ' : ''}${grouped(parameter.min)} … ${grouped(parameter.max)} ${input.unit}`;
  }

  // The digits that people type: no exponent, no groups.
  function plain(value) {
    const digits = String(value);
    if (!digits.includes('e')) {
      return digits;
    }
    const [mantissa, exponent] = digits.split('e');
    return Number(exponent) < 0 ? value.toFixed(20).replace(/0+$/, '') : BigInt(Math.round(Number(mantissa) * 1e15)).toString()
      .padEnd(16, '0').slice(0, Number(exponent) + 1).padEnd(Number(exponent) + 1, '0');
  }

  // The digits that people read: in groups of three when there are five or more before the point.
  function grouped(value) {
    const [whole, fraction] = plain(value).split('.');
    const groups = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
    return fraction === undefined ? groups : `${groups}.${fraction}`;
  }

  // A number, or null when the text is none that this input takes.
  function parse(text, i) {
    const compact = text.replace(/[\s\u202f\u00a0_]/g, '').replace(',', '.');
    const value = /^[+]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(compact) ? Number(compact) : NaN;
    const parameter = state.profile.values[i];
    const fits = value >= parameter.min && value <= parameter.max && (!data.inputs[i].whole || Number.isInteger(value));
    return fits ? value : null;
  }

  function value(i) {
    const change = state.changes.get(data.inputs[i].key);
    return change === undefined ? state.profile.values[i].value : parse(change, i);
  }

  // All values, or null with what is wrong.
  function inputs() {
    const values = data.inputs.map((input, i) => value(i));
    const wrong = data.inputs.filter((input, i) => values[i] === null);
    if (wrong.length > 0) {
      return { values: null, problem: wrong.map((input) => `${input.label}: expected ${range(state.profile.values[positions.get(input.key)], input)}.`).join(' ') };
    }
    const conflicts = model.conflicts(values);
    return conflicts ? { values: null, problem: `These inputs do not fit together: ${conflicts.replace(/\n/g, '; ')}.` } : { values, problem: '' };
  }

  function baseline() {
    return state.profile.values.map((parameter) => parameter.value);
  }

  function set(key, text) {
    const i = positions.get(key);
    if (parse(text, i) === state.profile.values[i].value) {
      state.changes.delete(key);
    } else {
      state.changes.set(key, text);
    }
  }

  function choose(profile) {
    state.profile = profile;
    state.changes.clear();
  }

  function fragment() {
    const parts = [['profile', state.profile.id], ...state.changes];
    return `#${parts.map(([key, text]) => `${key}=${encodeURIComponent(text)}`).join('&')}`;
  }

  // Takes over what an address says; keys that nobody knows are passed over.
  function restore(hash) {
    const parts = new URLSearchParams(hash.replace(/^#/, ''));
    choose(data.profiles.find((profile) => profile.id === parts.get('profile')) ?? data.profiles[0]);
    for (const [key, text] of parts) {
      if (positions.has(key)) {
        set(key, text);
      }
    }
  }

  function create(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  return { data, model, state, positions, answers, range, plain, grouped, parse, value, inputs, baseline, set, choose, fragment, restore, create };
})();
