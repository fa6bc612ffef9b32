// Three drawings, made anew for each change; the numbers that they show stand in the tables too.
(() => {
  'use strict';
  const page = window.parleyWhatIf;
  const { data, model, positions, answers, create } = page;
  const SVG = 'http://www.w3.org/2000/svg';
  const WIDTH = 400;
  const HEIGHT = 230;
  const LEFT = 62;
  const RIGHT = 22;
  const TOP = 16;
  const BOTTOM = 40;

  function svg(name, attributes = {}, ...children) {
    const element = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  function frame(title, height = HEIGHT, width = WIDTH) {
    const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img' });
    picture.append(svg('title', {}, title));
    return picture;
  }

  const solve = (values, id) => model.solve(values)[answers.get(id)];

  function withValue(values, key, value) {
    const copy = values.slice();
    copy[positions.get(key)] = value;
    return copy;
  }

  // Powers of ten with few enough labels.
  function decades(from, to) {
    const all = [];
    const step = Math.max(1, Math.ceil((to - from) / 6));
    for (let exponent = from; exponent <= to; exponent += step) {
      all.push(exponent);
    }
    return all;
  }

  const SHORT = ['', 'k', 'M', 'G', 'T'];
  function short(exponent) {
    const thousand = Math.floor(exponent / 3);
    return `${10 ** (exponent - thousand * 3)}${SHORT[thousand] ?? `e${thousand * 3}`}`;
  }

  function path(points, role) {
    return svg('path', { class: `line ${role}`, d: points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('') });
  }

  function legend(entries) {
    return create('ul', { className: 'legend' }, ...entries.map(([role, text]) => create('li', {}, create('span', { className: `key ${role}` }), text)));
  }

  function nodesOverUsers(values) {
    const users = values[positions.get('users')];
    const parameter = page.state.profile.values[positions.get('users')];
    const from = Math.max(2, Math.floor(Math.log10(Math.min(users, 1e4))) - 1);
    const to = Math.ceil(Math.log10(Math.max(parameter.max, users)));
    const series = [['nodes', 'c1', 'Application nodes'], ['cassandra.nodes', 'c2', 'Cassandra nodes']];
    const points = [];
    const steps = 30 * (to - from);
    for (let i = 0; i <= steps; i += 1) {
      const at = 10 ** (from + ((to - from) * i) / steps);
      const solved = model.solve(withValue(values, 'users', at));
      points.push([at, ...series.map(([id]) => solved[answers.get(id)])]);
    }
    const most = Math.max(...points.map((point) => Math.max(...point.slice(1))));
    const top = Math.max(1, Math.ceil(Math.log10(most)));
    const x = (value) => LEFT + ((Math.log10(value) - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
    const y = (value) => HEIGHT - BOTTOM - (Math.log10(Math.max(value, 1)) / top) * (HEIGHT - TOP - BOTTOM);
    const now = series.map(([id, , name]) => `${name} ${model.text(solve(values, id), 'nodes', true)}`).join(', ');
    const picture = frame(`Nodes over users, both axes logarithmic. At ${model.text(users, 'users', true)}: ${now}.`);
    decades(0, top).forEach((exponent) => {
      picture.append(svg('path', { class: 'grid', d: `M${LEFT} ${y(10 ** exponent)}H${WIDTH - RIGHT}` }),
        svg('text', { x: LEFT - 8, y: y(10 ** exponent) + 4, class: 'tick end' }, short(exponent)));
    });
    decades(from, to).forEach((exponent) => {
      picture.append(svg('text', { x: x(10 ** exponent), y: HEIGHT - BOTTOM + 20, class: 'tick middle' }, short(exponent)));
    });
    picture.append(svg('text', { x: WIDTH - RIGHT, y: HEIGHT - 4, class: 'tick end' }, 'users'),
      svg('path', { class: 'here', d: `M${x(users)} ${TOP}V${HEIGHT - BOTTOM}` }));
    series.forEach(([id, role], column) => {
      picture.append(path(points.map((point) => [x(point[0]), y(point[column + 1])]), role),
        svg('circle', { class: `dot ${role}`, cx: x(users), cy: y(solve(values, id)), r: 5 }));
    });
    return create('figure', {}, create('figcaption', { textContent: 'Nodes over users' }), picture, legend(series.map(([, role, name]) => [role, name])));
  }

  function diskOverTime(values, baseline, changed) {
    const years = 10;
    const curve = (of) => {
      const kept = of[positions.get('retention-days')];
      const points = [];
      for (let i = 0; i <= years * 12; i += 1) {
        points.push([i / 12, solve(withValue(of, 'retention-days', Math.min(kept, (i / 12) * 365)), 'disk')]);
      }
      return points;
    };
    const now = curve(values);
    const before = changed ? curve(baseline) : [];
    const most = Math.max(...[...now, ...before].map(([, disk]) => disk), 1);
    const unit = 10 ** Math.floor(Math.log10(most));
    const top = Math.ceil(most / unit) * unit;
    const step = top / unit > 5 ? 2 * unit : top / unit > 2 ? unit : unit / 2;
    const x = (year) => LEFT + (year / years) * (WIDTH - LEFT - RIGHT);
    const y = (disk) => HEIGHT - BOTTOM - (disk / top) * (HEIGHT - TOP - BOTTOM);
    const picture = frame(`Disk of Cassandra over ten years at this load: at most ${model.text(most, 'bytes', false)}.`);
    for (let disk = 0; disk <= top * 1.0001; disk += step) {
      picture.append(svg('path', { class: 'grid', d: `M${LEFT} ${y(disk)}H${WIDTH - RIGHT}` }),
        svg('text', { x: LEFT - 8, y: y(disk) + 4, class: 'tick end' }, model.text(disk, 'bytes', false)));
    }
    for (let year = 0; year <= years; year += 2) {
      picture.append(svg('text', { x: x(year), y: HEIGHT - BOTTOM + 20, class: 'tick middle' }, String(year)));
    }
    picture.append(svg('text', { x: WIDTH - RIGHT, y: HEIGHT - 4, class: 'tick end' }, 'years'));
    if (changed) {
      picture.append(path(before.map(([year, disk]) => [x(year), y(disk)]), 'base'));
    }
    picture.append(path(now.map(([year, disk]) => [x(year), y(disk)]), 'c2'));
    const entries = changed ? [['c2', 'With these inputs'], ['base', `Profile ${page.state.profile.id}`]] : [['c2', `Profile ${page.state.profile.id}`]];
    return create('figure', {}, create('figcaption', { textContent: 'Disk of Cassandra over time' }), picture, legend(entries));
  }

  function latency(values, baseline, changed) {
    const parts = data.answers[answers.get('latency')].candidates;
    const rows = changed ? [['now', values], ['profile', baseline]] : [['', values]];
    const total = Math.max(...rows.map(([, of]) => solve(of, 'latency')));
    const height = 8 + rows.length * 42;
    // On a phone the same letters need a larger part of the drawing.
    const wideWidth = matchMedia('(max-width: 600px)').matches ? 400 : 760;
    const width = wideWidth - 80;
    const left = changed ? 56 : 0;
    const words = parts.map((id) => `${data.answers[answers.get(id)].label} ${model.text(solve(values, id), 'ms', false)}`);
    const picture = frame(`Delivery budget: ${words.join(', ')}.`, height, wideWidth);
    rows.forEach(([name, of], row) => {
      let at = left;
      if (name) {
        picture.append(svg('text', { x: 0, y: 25 + row * 42, class: 'tick' }, name));
      }
      parts.forEach((id, i) => {
        const wide = (solve(of, id) / total) * (width - left);
        picture.append(svg('rect', { class: `bar c${i + 1}`, x: at, y: 5 + row * 42, width: Math.max(0, wide), height: 30 }));
        at += wide;
      });
      picture.append(svg('text', { x: at + 8, y: 25 + row * 42, class: 'tick' }, model.text(solve(of, 'latency'), 'ms', false)));
    });
    return create('figure', { className: 'wide' }, create('figcaption', { textContent: 'Delivery budget, 99th percentile' }), picture,
      legend(parts.map((id, i) => [`c${i + 1}`, `${data.answers[answers.get(id)].label} ${model.text(solve(values, id), 'ms', false)}`])));
  }

  page.draw = (place, values, baseline, changed) => {
    place.replaceChildren(nodesOverUsers(values), diskOverTime(values, baseline, changed), latency(values, baseline, changed));
  };
})();
