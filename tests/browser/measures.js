// What a reader would stumble over on the page: returns lists that must be empty.
() => {
  const main = document.querySelector('[data-testid=stMain]');
  const places = [main, document.querySelector('[data-testid=stHeader]')];
  const short = text => text.trim().replace(/\s+/g, ' ').slice(0, 40);

  // Every text that is to be seen: not an icon's name, not hidden, not shrunk to nothing, not put aside for screen readers.
  const seen = element => {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    return element.checkVisibility({visibilityProperty: true, opacityProperty: true})
      && parseFloat(style.fontSize) > 0 && box.width > 1 && box.height > 1 && box.right > -1000
      && !element.closest('[data-testid=stIconMaterial], [aria-hidden=true], [inert], svg, style, script');
  };
  const texts = [];
  for (const place of places) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && seen(node.parentElement)) texts.push(node);
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
  const contrast = element => {
    const back = ground(element), own = colour(getComputedStyle(element).color), part = own[3] / 255;
    const front = own.slice(0, 3).map((value, index) => value * part + back[index] * (1 - part));
    const [high, low] = [light(front), light(back)].sort((one, other) => other - one);
    return (high + 0.05) / (low + 0.05);
  };

  // Words: where the browser had to break a line inside one.
  const words = new Intl.Segmenter('th', {granularity: 'word'});
  const top = (node, from, to) => {
    const range = document.createRange();
    range.setStart(node, from); range.setEnd(node, to);
    return [...range.getClientRects()].filter(box => box.width > 0).map(box => box.top);
  };
  const broken = node => [...words.segment(node.data)].filter(word => word.isWordLike).filter(word => {
    const tops = top(node, word.index, word.index + word.segment.length);
    return tops.length > 1 && Math.max(...tops) - Math.min(...tops) > 8;
  }).map(word => word.segment);

  const outside = node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some(box => box.width > 0 && (box.left < -1 || box.right > innerWidth + 1));
  };
  const clipped = [...main.querySelectorAll('*')].filter(each => !each.closest('svg') && seen(each)
    && (each.matches('input') || (each.children.length === 0 && each.textContent.trim()))
    && getComputedStyle(each).overflowX !== 'visible'
    && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 3) && each.clientWidth > 0);

  // Charts: texts that lie on one another, texts that are cut off, charts without words for those who cannot see them.
  const overlaps = [], cut = [];
  const charts = [...main.querySelectorAll('[data-testid=stPlotlyChart]')];
  for (const chart of charts) {
    const whole = chart.getBoundingClientRect();
    const boxes = [...chart.querySelectorAll('svg text')].filter(each => each.textContent.trim())
      .map(each => [short(each.textContent), each.getBoundingClientRect()]).filter(([, box]) => box.width > 0);
    boxes.forEach(([text, box], index) => {
      if (box.left < whole.left - 2 || box.right > whole.right + 2) cut.push(text);
      for (const [other, there] of boxes.slice(index + 1)) {
        const wide = Math.min(box.right, there.right) - Math.max(box.left, there.left);
        const high = Math.min(box.bottom, there.bottom) - Math.max(box.top, there.top);
        if (wide > 2 && high > 5) overlaps.push(`${text} | ${other}`);
      }
    });
  }
  const mute = charts.filter(chart => !chart.getAttribute('aria-label') && !chart.querySelector('[aria-label]'));

  const unique = list => [...new Set(list)];
  return {
    'errors': [...document.querySelectorAll('[data-testid=stException]')].map(each => short(each.innerText)),
    'sideways': document.documentElement.scrollWidth > innerWidth + 1 || main.scrollWidth > main.clientWidth + 1
      ? ['the page is wider than the window'] : [],
    'outside the window': unique(texts.filter(outside).map(node => short(node.data))),
    'clipped': unique(clipped.map(each => short(each.value || each.textContent))),
    'broken words': unique(texts.flatMap(broken)),
    'too pale': unique(texts.filter(node => contrast(node.parentElement) < 4.5)
      .map(node => `${short(node.data)} (${contrast(node.parentElement).toFixed(1)})`)),
    'not in Thai': unique(texts.flatMap(node => node.data.match(/[A-Za-z]{2,}/g) || [])
      .filter(word => !(KNOWN).includes(word))),
    'not in Sarabun': unique(texts.filter(node => !/^"?Sarabun/.test(getComputedStyle(node.parentElement).fontFamily))
      .map(node => short(node.data))),
    'chart texts that overlap': unique(overlaps),
    'chart texts cut off': unique(cut),
    'charts without words': mute.map(() => 'a chart'),
  };
}
