// Cards for what people ask first, and a table of everything.
(() => {
  'use strict';
  const page = window.parleyWhatIf;
  const { data, model, answers, create } = page;
  const CARDS = ['nodes', 'cassandra.nodes', 'disk', 'latency', 'availability', 'cost.cpu'];

  const print = (answer, value) => model.text(value, answer.unit, answer.whole);

  // "+12 %" against the profile; nothing when it is the same as people read it.
  function change(answer, now, before) {
    if (print(answer, now) === print(answer, before)) {
      return '';
    }
    if (before === 0) {
      return 'new';
    }
    const ratio = now / before;
    if (ratio >= 2 || ratio <= 0.5) {
      return ratio >= 1 ? `× ${model.text(ratio, '', false).trim()}` : `÷ ${model.text(1 / ratio, '', false).trim()}`;
    }
    const percent = (ratio - 1) * 100;
    return `${percent > 0 ? '+' : '−'}${Math.abs(percent).toFixed(Math.abs(percent) < 1 ? 2 : 0)} %`;
  }

  // "connections" for "nodes.by-connections".
  const decider = (id) => id.slice(id.indexOf('.') + 1).replace('by-', '');

  // The budget is a sum, so that its largest part does not decide alone.
  const says = (id) => (id === 'latency' ? 'Largest part: ' : 'Decided by ');

  // Beside a label the unit may stand on the next line.
  const cell = (answer, value) => print(answer, value).replace(/\u202f(?=\D)/, ' ');

  function bars(answer, solved, bound) {
    const most = Math.max(...answer.candidates.map((id) => solved[answers.get(id)]));
    return create('ul', { className: 'bars' }, ...answer.candidates.map((id) => {
      const candidate = data.answers[answers.get(id)];
      const meter = create('span', { className: 'meter' }, create('span', {}));
      meter.firstChild.style.width = `${most > 0 ? (solved[answers.get(id)] / most) * 100 : 0}%`;
      return create('li', { className: id === bound ? 'binds' : '' },
        create('span', { textContent: decider(id) }), meter,
        create('span', { className: 'amount', textContent: print(candidate, solved[answers.get(id)]) }));
    }));
  }

  function card(id, solved, before, bindings) {
    const i = answers.get(id);
    const answer = data.answers[i];
    const differs = change(answer, solved[i], before[i]);
    const box = create('div', { className: 'card' },
      create('h3', { textContent: answer.label }),
      create('p', { className: 'value' }, create('output', { textContent: print(answer, solved[i]) }),
        create('span', { className: 'delta', textContent: differs ? ` ${differs}` : '' })),
      create('p', { className: 'was', textContent: differs ? `Profile: ${print(answer, before[i])}` : page.state.changes.size > 0 ? 'As in the profile' : '' }));
    if (answer.candidates.length > 0) {
      box.append(create('p', { className: 'bind' }, says(id), create('strong', { textContent: decider(bindings[i]) })),
        bars(answer, solved, bindings[i]));
    } else {
      box.append(create('p', { className: 'formula', textContent: answer.formula }));
    }
    box.dataset.answer = id;
    return box;
  }

  function table(group, solved, before, bindings) {
    const body = create('tbody');
    data.answers.forEach((answer, i) => {
      if (answer.group !== group) {
        return;
      }
      const label = create('th', { scope: 'row' }, answer.label);
      if (answer.candidates.length > 0) {
        label.append(create('span', { className: 'bind', textContent: `${says(answer.id)}${decider(bindings[i])}` }));
      }
      label.append(create('span', { className: 'formula', textContent: answer.formula }));
      const row = create('tr', {}, label,
        create('td', { textContent: cell(answer, solved[i]) }),
        create('td', { textContent: cell(answer, before[i]) }),
        create('td', { textContent: change(answer, solved[i], before[i]) }));
      row.dataset.answer = answer.id;
      row.classList.toggle('differs', row.lastChild.textContent !== '');
      body.append(row);
    });
    const head = create('tr', {}, ...[data.groups[group], 'Now', 'Profile', 'Change'].map((text) => create('th', { scope: 'col', textContent: text })));
    return create('table', {}, create('thead', {}, head), body);
  }

  page.showAnswers = (values, baseline) => {
    const solved = model.solve(values);
    const before = model.solve(baseline);
    const bindings = model.bindings(values).split(',');
    document.querySelector('.cards').replaceChildren(...CARDS.map((id) => card(id, solved, before, bindings)));
    const groups = [...new Set(data.answers.map((answer) => answer.group))];
    document.querySelector('.tables').replaceChildren(...groups.map((group) => table(group, solved, before, bindings)));
    const text = (id) => `${data.answers[answers.get(id)].label} ${print(data.answers[answers.get(id)], solved[answers.get(id)])}`;
    return `${text('nodes')}, decided by ${decider(bindings[answers.get('nodes')])}. ${text('cassandra.nodes')}, decided by ${decider(bindings[answers.get('cassandra.nodes')])}.`;
  };
})();
