/** J goes to the next touch, K to the one before; never while somebody types, and never with another key held. */
export function step(event: KeyboardEvent): void {
  const way = { j: 1, k: -1 }[event.key];
  const typing = event.target instanceof Element && event.target.matches("input, textarea, select, [contenteditable]");
  if (!way || typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const touches = [...document.querySelectorAll<HTMLElement>("[data-touch]")].filter((card) => card.offsetParent !== null);
  const here = touches.findIndex((card) => card.contains(document.activeElement));
  // Whoever has scrolled goes on from what they see.
  const seen = touches.findLastIndex((card) => card.getBoundingClientRect().top < innerHeight / 3);
  const target = touches[Math.max(0, (here >= 0 ? here : way > 0 ? seen : Math.max(1, seen)) + way)];
  if (!target) return;
  event.preventDefault();
  target.scrollIntoView({ block: "start" });
  target.querySelector<HTMLElement>("header a")?.focus({ preventScroll: true });
  history.replaceState(history.state, "", `${location.pathname}${location.search}#${target.id}`);
}
