// Swaps the live part of the page for a fresh one. Without this script the page is complete, only not fresh.
(() => {
  const every = 3000;
  const live = document.querySelector('[data-live]');
  if (!live) return;

  const refresh = async () => {
    // Not while nobody looks, and not under somebody's keyboard focus.
    if (document.hidden || live.contains(document.activeElement)) return;
    const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-live]');
    if (!fresh || fresh.innerHTML === live.innerHTML) return;
    const more = fresh.querySelectorAll('article').length - live.querySelectorAll('article').length;
    live.replaceChildren(...fresh.childNodes);
    const news = document.querySelector('[data-news]');
    if (news && more > 0) news.textContent = more === 1 ? '1 new post' : `${more} new posts`;
  };

  setInterval(() => refresh().catch(() => { /* The practice networks may be stopping; the page stays as it is. */ }), every);
})();
