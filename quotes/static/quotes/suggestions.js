// Names and recent searches below the search box, by the ARIA pattern of a combobox with a listbox.
// The recent searches are known to this browser alone. Without this script the box is a plain one.
(() => {
  const RECENT = 6, KEPT = "searches", PAUSE = 120;

  const recent = () => {
    try { return JSON.parse(localStorage.getItem(KEPT)) || []; } catch { return []; }
  };
  const remember = (words) => {
    if (words.length < 2) return;
    const all = [words, ...recent().filter((each) => each !== words)];
    localStorage.setItem(KEPT, JSON.stringify(all.slice(0, RECENT)));
  };
  const element = (name, classes, text) => {
    const made = document.createElement(name);
    made.className = classes;
    made.textContent = text ?? "";
    return made;
  };

  const attach = (input) => {
    const list = element("div", "suggestions");
    list.id = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.speakers);
    list.hidden = true;
    input.after(list);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    })) input.setAttribute(name, value);

    let actions = new Map(), active = -1, asked = "", timer;
    const options = () => [...actions.keys()];

    const choose = (index) => {
      const all = options();
      active = all.length ? (index + all.length + 1) % (all.length + 1) : -1;
      if (active === all.length) active = -1;
      all.forEach((each, at) => each.setAttribute("aria-selected", String(at === active)));
      if (active < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    };

    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      choose(-1);
    };

    const option = (text, count, action) => {
      const made = element("div", "suggestion-name", text);
      made.id = `suggestion-${actions.size}`;
      made.setAttribute("role", "option");
      made.setAttribute("aria-selected", "false");
      if (count) made.append(" ", element("span", "count", count.toLocaleString(document.documentElement.lang)));
      actions.set(made, action);
      return made;
    };

    const group = (label, entries) => {
      if (!entries.length) return [];
      const made = element("div", "suggestion-group");
      made.setAttribute("role", "group");
      made.setAttribute("aria-label", label);
      const heading = element("span", "suggestion-kind", label);
      heading.setAttribute("aria-hidden", "true");
      made.append(heading, ...entries.map((each) => option(each.name, each.quotes, each.action)));
      return [made];
    };

    const show = (...groups) => {
      list.replaceChildren(...groups.flat());
      active = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = !actions.size || document.activeElement !== input;
      input.setAttribute("aria-expanded", String(!list.hidden));
    };

    const search = (words) => () => { input.value = words; input.form.requestSubmit(); };
    const visit = (entry) => ({ ...entry, action: () => location.assign(entry.address) });

    const showRecent = () => {
      actions = new Map();
      const searches = recent().map((words) => ({ name: words, action: search(words) }));
      const forget = { name: input.dataset.forget, action: () => { localStorage.removeItem(KEPT); close(); } };
      show(group(input.dataset.recent, searches.length ? [...searches, forget] : []));
    };

    const showNames = async (typed) => {
      asked = typed;
      const answer = await fetch(`${input.dataset.suggestions}?q=${encodeURIComponent(typed)}`).catch(() => null);
      if (!answer?.ok) return;
      const found = await answer.json();
      if (asked !== typed) return;
      actions = new Map();
      show(
        group(input.dataset.speakers, found.speakers.map(visit)),
        group(input.dataset.outlets, found.outlets.map(visit)),
      );
    };

    const update = () => {
      clearTimeout(timer);
      const typed = asked = input.value.trim();
      if (!typed) return showRecent();
      timer = setTimeout(showNames, PAUSE, typed);
    };

    const keys = {
      ArrowDown: () => (list.hidden ? update() : choose(active + 1)),
      ArrowUp: () => !list.hidden && choose(active < 0 ? options().length - 1 : active - 1),
      Escape: close,
      Enter: () => active >= 0 && actions.get(options()[active])(),
    };
    input.addEventListener("keydown", (event) => {
      const taken = event.key in keys && (event.key === "ArrowDown" || !list.hidden);
      if (!taken || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key !== "Enter" || active >= 0) event.preventDefault();
      keys[event.key]();
      if (event.key === "Enter") close();
    });
    input.addEventListener("input", update);
    input.addEventListener("click", update);
    input.addEventListener("blur", close);
    input.addEventListener("change", () => remember(input.value.trim()));
    input.form.addEventListener("submit", () => { asked = ""; clearTimeout(timer); close(); remember(input.value.trim()); });
    list.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // the box keeps the focus
      const chosen = event.target.closest("[role=option]");
      if (chosen) { actions.get(chosen)(); close(); }
    });
  };

  document.querySelectorAll("input[data-suggestions]").forEach(attach);
})();
