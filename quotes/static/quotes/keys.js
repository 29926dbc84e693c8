// Keyboard keys, which a reader can switch off; the choice is kept in this browser.
(() => {
  const dialog = document.getElementById("keys");
  const button = document.getElementById("show-keys");
  const choice = document.getElementById("keys-on");
  if (!dialog || !dialog.showModal) return;

  const enabled = () => localStorage.getItem("keys") !== "off";
  const entries = () => [...document.querySelectorAll("[data-entry]")];
  const chosen = () => document.activeElement?.closest("[data-entry]");
  const link = (entry) => entry.querySelector("a");

  const move = (step) => {
    const all = entries();
    if (!all.length) return;
    const at = all.indexOf(chosen());
    const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
    link(next).focus();
    next.scrollIntoView({ block: "nearest" });
  };

  // On a page without a search box: to the one that has it, where the address gives it the focus.
  const seek = () => {
    const box = document.querySelector("input[type=search]");
    if (box) box.focus();
    else location.assign(dialog.dataset.search);
  };

  const actions = {
    "/": seek,
    j: () => move(1),
    k: () => move(-1),
    o: () => { const entry = chosen(); if (entry) link(entry).click(); },
    c: () => {
      const citation = chosen()?.dataset.citation;
      if (citation) document.dispatchEvent(new CustomEvent("copy-citation", { detail: citation }));
      else document.querySelector("[data-copy-key]")?.click();
    },
    "?": () => dialog.showModal(),
  };

  const typing = (target) => target.closest("input, textarea, select, dialog, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    const action = actions[event.key];
    if (!action || !enabled() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    event.preventDefault();
    action();
  });

  choice.checked = enabled();
  choice.addEventListener("change", () => localStorage.setItem("keys", choice.checked ? "on" : "off"));
  button.hidden = false;
  button.addEventListener("click", () => dialog.showModal());
})();
