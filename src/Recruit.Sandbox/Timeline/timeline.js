// Swaps the live parts of the page for fresh ones. Without this script the page is complete, only not fresh.
(() => {
  const every = 3000;
  const parts = [...document.querySelectorAll('[data-live]')];
  if (parts.length === 0) return;

  const refresh = async () => {
    if (document.hidden) return;
    const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelectorAll('[data-live]');
    const before = document.querySelectorAll('article').length;
    parts.forEach((part, place) => {
      // Not under somebody's keyboard focus.
      if (!fresh[place] || part.contains(document.activeElement) || fresh[place].innerHTML === part.innerHTML) return;
      part.replaceChildren(...fresh[place].childNodes);
    });
    const more = document.querySelectorAll('article').length - before;
    const news = document.querySelector('[data-news]');
    if (news && more > 0) news.textContent = more === 1 ? '1 new post' : `${more} new posts`;
  };

  setInterval(() => refresh().catch(() => { /* The practice networks may be stopping; the page stays as it is. */ }), every);
})();
