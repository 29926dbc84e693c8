// The review queue by single keys. Each form works without this script; with it only the quote is exchanged.
(() => {
  const part = () => document.getElementById("review");
  const all = (selector) => [...part().querySelectorAll(selector)];
  const keyed = (key) => all("[data-key]").find((element) => element.dataset.key === key);
  const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select");
  const tell = (words) => { part().querySelector("[role=status]").textContent = words; };

  // One request after the other, in the order of the keys.
  let last = Promise.resolve();
  const inTurn = (work) => { last = last.then(work).catch(failed); };
  const failed = (error) => tell(`Nothing was saved (${error.message}): load the page again.`);

  const asked = async (kind, address, options = {}) => {
    const answer = await fetch(address, { ...options, headers: { "X-Part": kind }, redirect: "error" });
    const text = await answer.text();
    if (answer.ok && kind === "told") return { told: text };
    if (!text.includes('id="review"')) throw new Error(answer.status);
    return { item: text };
  };

  // The next quote is fetched while the curator reads this one, so that it is there at once: after the decisions
  // under way, or the one just decided would come again.
  let ahead = null;
  const prepare = () => {
    const next = keyed("j");
    const place = part();
    const here = () => part() === place;
    ahead = null;
    const fetched = () => (here() ? asked("ahead", next.href) : {});
    if (next) last.then(fetched).then(({ item }) => { if (here() && item) ahead = item; }).catch(() => {});
  };

  const show = (text) => {
    part().outerHTML = text;
    document.getElementById("review-heading").focus({ preventScroll: true });
    window.scrollTo(0, 0);
    prepare();
  };

  const exchange = (address, options) => inTurn(async () => show((await asked("item", address, options)).item));

  const decide = (form, body) => {
    const options = { method: "POST", body };
    if (!ahead || form.dataset.stays) {
      exchange(form.action, options);
      return;
    }
    const shown = part().outerHTML;
    const next = ahead;
    inTurn(async () => {
      try {
        const { told, item } = await asked("told", form.action, options);
        if (item) show(item);
        else tell(told);
      } catch (error) {
        show(shown);
        failed(error);
      }
    });
    show(next);
  };

  // Offsets count characters as the archive does, not the halves of a surrogate pair.
  const length = (text) => [...text].length;
  const stretch = (node) => (node.nodeType === 3 ? node.parentElement : node).closest("[data-start]");

  const selected = () => {
    const selection = getSelection();
    const passage = document.getElementById("passage");
    if (!selection.rangeCount || selection.isCollapsed || !passage) return null;
    const range = selection.getRangeAt(0);
    if (!passage.contains(range.commonAncestorContainer)) return null;
    const lines = [...passage.children].filter((line) => range.intersectsNode(line)).map((line) => within(range, line));
    const words = lines.filter((line) => line.trim());
    const first = stretch(range.startContainer);
    const before = first ? length(range.startContainer.textContent.slice(0, range.startOffset)) : 0;
    return words.length ? { words: words.join("\n"), near: first ? Number(first.dataset.start) + before : "" } : null;
  };

  const within = (range, line) => {
    const own = document.createRange();
    own.selectNodeContents(line);
    if (own.compareBoundaryPoints(Range.START_TO_START, range) < 0) own.setStart(range.startContainer, range.startOffset);
    if (own.compareBoundaryPoints(Range.END_TO_END, range) > 0) own.setEnd(range.endContainer, range.endOffset);
    return own.toString();
  };

  const take = () => {
    const form = keyed("e")?.querySelector("form");
    const found = selected();
    if (!form || !found || !keyed("e").open) return;
    form.words.value = found.words;
    form.near.value = found.near;
  };

  const press = (element) => {
    if (element.tagName === "DETAILS") {
      element.open = true;
      take();
      const field = element.querySelector("input:not([type=hidden]), textarea");
      field.focus();
      if (element.dataset.key === "s") field.select();
    } else {
      element.click();
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter" && event.target.form) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
    if (event.key === "Escape" && typing(event.target)) {
      event.target.blur();
      const opened = event.target.closest("details");
      if (opened) opened.open = false;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector("#filter input").focus();
    } else if (event.key === "?") {
      event.preventDefault();
      const keys = document.getElementById("review-keys");
      keys.open = !keys.open;
      if (keys.open) keys.scrollIntoView();
    } else {
      const element = keyed(event.key);
      if (!element) return;
      event.preventDefault();
      press(element);
    }
  });

  document.addEventListener("mouseup", take);

  document.addEventListener("click", (event) => {
    const link = event.target.closest("#review a[data-key]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    exchange(link.href);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.closest("#review")) return;
    event.preventDefault();
    if (form.dataset.find) {
      lookUp(form).then(() => part().querySelector("#found button")?.click());
      return;
    }
    decide(form, new FormData(form, event.submitter));
  });

  let looked = 0;
  const lookUp = async (form) => {
    const mine = ++looked;
    const answer = await fetch(`${form.dataset.find}?find=${encodeURIComponent(form.find.value)}`, { redirect: "error" });
    const text = await answer.text();
    if (mine === looked && answer.ok) document.getElementById("found").innerHTML = text;
  };

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-find]");
    if (form) lookUp(form);
  });

  prepare();
})();
