// What the browser does beside Streamlit: links between our pages without a reload, places on a page, Thai for English.
(() => {
  'use strict';
  const words = WORDS;
  let wanted = location.hash.slice(1);

  const isPlain = event => !event.defaultPrevented && event.button === 0
    && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

  // A place that lies in something folded is unfolded first; the focus goes there, for those who do not see it.
  const lead = () => {
    const place = wanted && document.getElementById(decodeURIComponent(wanted));
    if (!place) return;
    wanted = '';
    for (let each = place; each; each = each.parentElement) if (each.tagName === 'DETAILS') each.open = true;
    place.setAttribute('tabindex', '-1');
    place.focus({preventScroll: true});
    place.scrollIntoView({block: 'start'});
  };

  document.addEventListener('click', event => {
    const link = event.target.closest && event.target.closest('.ita a[href], .visitor a[href]');
    if (!link || !isPlain(event) || link.target || link.origin !== location.origin) return;
    event.preventDefault();
    const isHere = link.pathname === location.pathname && link.search === location.search;
    wanted = link.hash.slice(1);
    if (!isHere || link.hash !== location.hash) history.pushState({}, '', link.href);
    // Streamlit listens to the browser's way back; told of a new address the same way, it shows that page.
    if (!isHere) dispatchEvent(new PopStateEvent('popstate'));
    else lead();
  });

  // The public's view goes along with every link, to a new tab too; a link that says otherwise leads out of it.
  const inPublic = event => {
    const link = event.target.closest && event.target.closest('a[href]');
    if (!link || link.origin !== location.origin || new URLSearchParams(location.search).get('view') !== 'public') return;
    const address = new URL(link.href);
    if (!address.searchParams.has('view')) address.searchParams.set('view', 'public');
    link.href = address.href;
  };
  for (const each of ['pointerdown', 'focusin']) document.addEventListener(each, inPublic);

  // A provider leads back to the first page: whoever signs in goes on where they were.
  const before = sessionStorage.getItem('ita-before');
  sessionStorage.removeItem('ita-before');
  if (before && !location.search && new URL(before).origin === location.origin) location.replace(before);
  document.addEventListener('click', event => {
    const button = event.target.closest && event.target.closest('[class*=st-key-sign_in_] button');
    if (button) sessionStorage.setItem('ita-before', location.href);
  });

  // The council's slides by keys. A letter is told by its place on the keyboard: in Thai the same key writes another one.
  const ways = {
    ArrowRight: 'after', PageDown: 'after', Space: 'after', ArrowLeft: 'before', PageUp: 'before',
    Home: 'first', End: 'last', Escape: 'out',
  };
  // While the account of the numbers is open, these move it: by lines and by screens.
  const scrolls = {ArrowDown: .15, ArrowUp: -.15, PageDown: .85, PageUp: -.85};
  document.addEventListener('keydown', event => {
    const deck = document.querySelector('.ita.deck');
    const at = event.target;
    if (!deck || event.ctrlKey || event.metaKey || event.altKey || at.closest('input, textarea, [role=combobox], [role=listbox]')) return;
    if (event.code === 'Space' && at.closest('button, summary')) return;
    const source = deck.querySelector('.deck-source');
    const way = event.code === 'Space' && event.shiftKey ? 'before' : ways[event.code];
    const notes = source.open && source.querySelector('.notes');
    if (event.code === 'KeyS') source.open = !source.open;
    else if (event.code === 'Escape' && notes) source.open = false;
    else if (notes && scrolls[event.code]) notes.scrollBy(0, scrolls[event.code] * notes.clientHeight);
    else if (way) deck.querySelector(`.ways .${way}`)?.click();
    else return;
    event.preventDefault();
  });

  const names = ['aria-label', 'title', 'placeholder'];
  const relabel = element => {
    for (const name of names) {
      const said = element.getAttribute(name) || '';
      if (words[said]) element.setAttribute(name, words[said]);
      else if (said.startsWith('Remove ')) element.setAttribute(name, `${words.Remove} ${said.slice(7)}`);
    }
  };
  const translate = root => {
    for (const each of [root, ...root.querySelectorAll('[aria-label], [title], [placeholder]')]) relabel(each);
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (words[text.data] && !text.parentElement.closest('.ita')) text.data = words[text.data];
    }
  };

  // Streamlit puts a heading and several lists into one list of the phone's menu; screen readers are told of those lists.
  const mend = root => {
    const menu = root.querySelector('[data-testid=stSidebarNavItems]') || root.closest('[data-testid=stSidebarNavItems]');
    if (!menu) return;
    menu.setAttribute('role', 'presentation');
    for (const part of menu.children) part.setAttribute('role', part.tagName === 'LI' ? 'none' : 'list');
  };

  // What is typed into a field of several lines reaches the server while one thinks, not only when one leaves the field.
  let pausing;
  document.addEventListener('input', event => {
    const field = event.target;
    if (field.tagName !== 'TEXTAREA' || !field.closest('[class*=_form]')) return;
    clearTimeout(pausing);
    pausing = setTimeout(() => {
      if (field.isConnected)
        field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true}));
    }, 700);
  });

  // The button that takes a piece of evidence away may go with it: the focus goes to the one that adds a piece.
  let taken = false;
  document.addEventListener('click', event => {
    taken = Boolean(event.target.closest && event.target.closest('[class*=st-key-cite_less_]'));
  });
  const refocus = () => {
    const more = taken && document.activeElement === document.body && document.querySelector('.st-key-cite_more button');
    if (!more) return;
    taken = false;
    more.focus();
  };

  new MutationObserver(changes => {
    for (const change of changes) {
      if (change.type === 'attributes') relabel(change.target);
      for (const added of change.addedNodes)
        if (added.nodeType === Node.ELEMENT_NODE) { translate(added); mend(added); }
    }
    lead();
    refocus();
  }).observe(document.documentElement, {childList: true, subtree: true, attributeFilter: names});
})();
