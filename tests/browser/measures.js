// What a reader would stumble over on the page: returns lists that must be empty.
// `known`: Latin words that may stand there; `names`: official names with the phrases that stay whole;
// `numbers`: a pattern of numbers with their unit; `terms`: words of the field. The last three stay on one line.
({known, names, numbers, terms}) => {
  const main = document.querySelector('[data-testid=stMain]');
  const places = [main, document.querySelector('[data-testid=stHeader]')];
  const short = text => text.trim().replace(/\s+/g, ' ').slice(0, 40);

  // Every text that is to be seen: not an icon's name, not hidden, not shrunk to nothing, not put aside for screen readers.
  const seen = element => {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    return element.checkVisibility({visibilityProperty: true, opacityProperty: true})
      && parseFloat(style.fontSize) > 0 && box.width > 1 && box.height > 1 && box.right > -1000
      && !element.closest('[data-testid=stIconMaterial], [aria-hidden=true], [inert], svg, style, script, pre.sample');
  };
  // A flow: texts that run on in the same lines, whatever elements lie between them.
  const texts = [], flows = [];
  const isInline = element => ['inline', 'contents'].includes(getComputedStyle(element).display);
  const rootOf = element => { while (isInline(element)) element = element.parentElement; return element; };
  for (const place of places) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let flow = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.tagName === 'BR' || !isInline(node)) flow = null;
        continue;
      }
      if (!seen(node.parentElement)) continue;
      if (node.data.trim()) texts.push(node);
      const root = rootOf(node.parentElement);
      if (flow?.root !== root) flows.push(flow = {root, text: '', nodes: []});
      flow.nodes.push([node, flow.text.length]);
      flow.text += node.data.replace(/\s/g, ' ');
    }
  }

  // Colours: the text's own against the first opaque ground behind it.
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const colour = words => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = words; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([red, green, blue]) => [red, green, blue].map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = element => {
    for (let each = element; each; each = each.parentElement) {
      const found = colour(getComputedStyle(each).backgroundColor);
      if (found[3] === 255) return found;
    }
    return [255, 255, 255, 255];
  };
  const between = (own, back) => {
    const part = own[3] / 255, front = own.slice(0, 3).map((value, index) => value * part + back[index] * (1 - part));
    const [high, low] = [light(front), light(back)].sort((one, other) => other - one);
    return (high + 0.05) / (low + 0.05);
  };
  const contrast = element => between(colour(getComputedStyle(element).color), ground(element));

  // Words and terms: where a line was broken inside one.
  const isBroken = pieces => {
    const middles = pieces.flatMap(([node, from, to]) => {
      const range = document.createRange();
      range.setStart(node, from); range.setEnd(node, to);
      return [...range.getClientRects()].filter(box => box.width > 0).map(box => (box.top + box.bottom) / 2);
    });
    return middles.length > 1 && Math.max(...middles) - Math.min(...middles) > 8;
  };
  const segmenter = new Intl.Segmenter('th', {granularity: 'word'});
  const address = /https?:\/\/\S+/g;  // no word: it has to break somewhere
  const blank = text => text.replace(address, found => ' '.repeat(found.length));
  const broken = node => [...segmenter.segment(blank(node.data))].filter(word => word.isWordLike)
    .filter(word => isBroken([[node, word.index, word.index + word.segment.length]])).map(word => word.segment);
  const literal = list => [...list].sort((one, other) => other.length - one.length)
    .map(text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const whole = new RegExp(`(\\b[0-9]{1,2} )?(?<name>${literal(Object.keys(names))})|${numbers}|${literal(terms)}`, 'g');
  const piecesOf = (flow, from, to) => flow.nodes
    .map(([node, start]) => [node, Math.max(from - start, 0), Math.min(to - start, node.data.length)])
    .filter(([, first, last]) => first < last);
  const brokenTerms = flow => [...flow.text.matchAll(whole)].flatMap(found => {
    const {name} = found.groups, parts = name ? [...names[name]] : [found[0]];
    if (name) parts[0] = found[0].slice(0, -name.length) + parts[0];
    let from = found.index;
    return parts.filter(part => isBroken(piecesOf(flow, from, from += part.length)));
  });

  // A sentence torn: pieces of it are boxes of a grid or of a flexible line, each in a place of its own.
  const arranged = element => /grid|flex/.test(getComputedStyle(element).display);
  const torn = [...main.querySelectorAll('.ita, .ita *')].filter(each => seen(each) && arranged(each)
    && [...each.childNodes].filter(node => node.nodeType === Node.TEXT_NODE ? node.data.trim() : node.nodeType === Node.ELEMENT_NODE)
      .some((node, _, all) => all.length > 1 && (node.nodeType === Node.TEXT_NODE || node.matches('.nb, wbr'))));

  const outside = node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some(box => box.width > 0 && (box.left < -1 || box.right > innerWidth + 1));
  };
  const clipped = [...main.querySelectorAll('*')].filter(each => !each.closest('svg') && seen(each)
    && (each.matches('input') || (each.children.length === 0 && each.textContent.trim()))
    && getComputedStyle(each).overflowX !== 'visible'
    && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 3) && each.clientWidth > 0);

  // Charts: texts that lie on one another, are cut off or pale; charts without words for those who cannot see them.
  const overlaps = [], cut = [], pale = [], drawn = [];
  const charts = [...main.querySelectorAll('[data-testid=stPlotlyChart]')];
  const covers = shape => {
    const {fill, fillOpacity, opacity} = getComputedStyle(shape);
    return fill !== 'none' && fillOpacity * opacity > 0.5 && (fill.startsWith('url') || colour(fill)[3] > 127);
  };
  for (const chart of charts) {
    const frame = chart.getBoundingClientRect();
    const shapes = [...chart.querySelectorAll('svg path, svg rect')].filter(covers)
      .map(shape => [shape, shape.getBoundingClientRect()]);
    const letters = [...chart.querySelectorAll('svg text')].filter(each => each.textContent.trim())
      .map(each => [each, each.getBoundingClientRect()]).filter(([, box]) => box.width > 0);
    drawn.push(...letters.map(([each]) => each));
    letters.forEach(([each, box], index) => {
      const text = short(each.textContent), x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
      const [under] = shapes.filter(([shape, there]) => there.left <= x && x <= there.right && there.top <= y
        && y <= there.bottom && shape.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1) || [];
      const fill = under && getComputedStyle(under).fill;
      const ratio = fill?.startsWith('url') ? 1
        : between(colour(getComputedStyle(each).fill), fill ? colour(fill) : ground(chart));
      if (ratio < 4.5) pale.push(`${text} (${ratio.toFixed(1)})`);
      if (box.left < frame.left - 2 || box.right > frame.right + 2) cut.push(text);
      for (const [other, there] of letters.slice(index + 1)) {
        const wide = Math.min(box.right, there.right) - Math.max(box.left, there.left);
        const high = Math.min(box.bottom, there.bottom) - Math.max(box.top, there.top);
        if (wide > 2 && high > 5) overlaps.push(`${text} | ${short(other.textContent)}`);
      }
    });
  }
  const mute = charts.filter(chart => !chart.getAttribute('aria-label') && !chart.querySelector('[aria-label]'));

  const unique = list => [...new Set(list)];
  const foreign = text => (blank(text).match(/[A-Za-z]{2,}/g) || [])
    .filter(word => !known.includes(word));
  const labels = places.flatMap(place => [...place.querySelectorAll('[aria-label], [title], [placeholder], [alt]')])
    .flatMap(each => ['aria-label', 'title', 'placeholder', 'alt'].map(name => each.getAttribute(name) || ''));
  const inSarabun = element => /^"?Sarabun/.test(getComputedStyle(element).fontFamily);
  return {
    'errors': [...document.querySelectorAll('[data-testid=stException]')].map(each => short(each.innerText)),
    'sideways': document.documentElement.scrollWidth > innerWidth + 1 || main.scrollWidth > main.clientWidth + 1
      ? ['the page is wider than the window'] : [],
    'outside the window': unique(texts.filter(outside).map(node => short(node.data))),
    'clipped': unique(clipped.map(each => short(each.value || each.textContent))),
    'torn sentences': unique(torn.map(each => short(each.textContent))),
    'broken words': unique(texts.flatMap(broken)),
    'broken terms': unique(flows.flatMap(brokenTerms)),
    'too pale': unique(texts.filter(node => contrast(node.parentElement) < 4.5)
      .map(node => `${short(node.data)} (${contrast(node.parentElement).toFixed(1)})`)),
    'not in Thai': unique([...texts.map(node => node.data), ...drawn.map(each => each.textContent)].flatMap(foreign)),
    'labels not in Thai': unique(labels.filter(text => foreign(text).length).map(short)),
    'not in Sarabun': unique([...texts.filter(node => !inSarabun(node.parentElement)).map(node => short(node.data)),
      ...drawn.filter(each => !inSarabun(each)).map(each => short(each.textContent))]),
    'chart texts that overlap': unique(overlaps),
    'chart texts cut off': unique(cut),
    'chart texts too pale': unique(pale),
    'charts without words': mute.map(() => 'a chart'),
  };
}
