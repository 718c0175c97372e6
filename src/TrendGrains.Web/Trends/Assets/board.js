// Keeps the board in place up to date: boards come rendered over server-sent events, rows that moved are moved by eye.
"use strict";
(() => {
  const board = document.getElementById("board");
  const live = document.getElementById("live");
  if (!board || !live || !window.EventSource) return;

  const state = live.querySelector(".state");
  const button = live.querySelector("button");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const patience = 5000;
  let version = board.dataset.version;
  let stream = null, retry = 0, paused = false, waiting = null;

  const say = (kind, words) => {
    live.dataset.state = kind;
    if (state.textContent !== words) state.textContent = words;
  };

  const connect = () => {
    clearTimeout(retry);
    if (stream) stream.close();
    const address = new URL(board.dataset.stream, location.href);
    address.searchParams.set("have", version);
    stream = new EventSource(address);
    stream.addEventListener("hello", event => {
      say("live", "live");
      // The server is another one than the page came from: its styles may be others too.
      if (event.data !== document.documentElement.dataset.assets) location.reload();
    });
    stream.addEventListener("board", event => {
      version = event.lastEventId;
      if (paused) waiting = event.data; else show(event.data);
    });
    stream.onerror = () => {
      say("away", "reconnecting");
      // The browser tries again by itself unless it was refused.
      if (stream.readyState === EventSource.CLOSED) retry = setTimeout(connect, patience);
    };
  };

  const rows = root => new Map(Array.from(root.querySelectorAll("li[data-id]"), row => [row.dataset.id, row]));

  // Replaces what differs and keeps the rest, so that pictures do not load again and the focus stays where it was.
  const show = html => {
    const next = document.createElement("template");
    next.innerHTML = html;
    const old = rows(board), before = new Map();
    const focused = board.contains(document.activeElement) ? document.activeElement : null;
    const row = focused && focused.closest("li[data-id]"), href = focused && focused.getAttribute("href");
    const visible = new Set();
    for (const [id, element] of old) {
      const box = element.getBoundingClientRect();
      before.set(id, box.top);
      if (box.bottom > 0 && box.top < innerHeight) visible.add(id);
    }

    const fresh = [];
    for (const [id, element] of rows(next.content)) {
      const known = old.get(id);
      if (!known) fresh.push(element);
      else if (known.outerHTML === element.outerHTML) element.replaceWith(known);
      else keepPicture(known, element);
    }
    board.replaceChildren(next.content);

    if (row && href) {
      const same = board.querySelector(`li[data-id="${row.dataset.id}"] a[href="${CSS.escape(href)}"]`);
      if (same && same !== document.activeElement) same.focus({ preventScroll: true });
    }
    if (!calm.matches && document.visibilityState === "visible") move(before, visible, fresh);
  };

  const keepPicture = (known, element) => {
    const shown = known.querySelector(".picture img"), wanted = element.querySelector(".picture img");
    if (shown && wanted && shown.src === wanted.src) wanted.replaceWith(shown);
  };

  // First, last, invert, play: each row starts where it was and glides to where it is.
  const move = (before, visible, fresh) => {
    for (const [id, element] of rows(board)) {
      if (!before.has(id)) continue;
      const box = element.getBoundingClientRect(), by = before.get(id) - box.top;
      if (Math.abs(by) < 2 || !(visible.has(id) || (box.bottom > 0 && box.top < innerHeight))) continue;
      element.animate(
        [{ transform: `translateY(${by}px)`, zIndex: by > 0 ? 2 : 1 }, { transform: "none", zIndex: by > 0 ? 2 : 1 }],
        { duration: 450, easing: "cubic-bezier(.2,.7,.2,1)" });
    }
    for (const element of fresh) element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 450, easing: "ease-out" });
  };

  button.addEventListener("click", () => {
    paused = !paused;
    button.setAttribute("aria-pressed", String(paused));
    button.textContent = paused ? "Resume" : "Pause";
    if (!paused && waiting !== null) {
      show(waiting);
      waiting = null;
    }
  });

  // A page that nobody sees holds no connection; browsers have few for each host.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") connect();
    else if (stream) {
      clearTimeout(retry);
      stream.close();
      say("", "asleep");
    }
  });

  live.hidden = false;
  connect();
})();
