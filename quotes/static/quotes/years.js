// Drag over the years to narrow to them; a click on one, and the dates of the form, work without this.
(() => {
  let first = null;
  const bar = (target) => target.closest?.(".timeline[data-range] li");
  const year = (item) => item.dataset.year;

  const between = (last) => {
    const items = [...first.parentElement.children];
    const [from, to] = [items.indexOf(first), items.indexOf(last)].sort((a, b) => a - b);
    return items.slice(from, to + 1);
  };
  const mark = (items) => {
    for (const item of first.parentElement.children) item.classList.toggle("dragged", items.includes(item));
  };
  const under = (event) => {
    const item = bar(document.elementFromPoint(event.clientX, event.clientY) ?? document.body);
    return item?.parentElement === first.parentElement ? item : null;
  };

  document.addEventListener("dragstart", (event) => { if (bar(event.target)) event.preventDefault(); });
  document.addEventListener("pointerdown", (event) => { if (event.button === 0) first = bar(event.target); });
  document.addEventListener("pointermove", (event) => {
    const last = first && under(event);
    if (last) mark(between(last).length > 1 ? between(last) : []);
  });
  document.addEventListener("pointercancel", () => { if (first) mark([]); first = null; });
  document.addEventListener("pointerup", (event) => {
    if (!first) return;
    const items = between(under(event) ?? first);
    const range = first.closest(".timeline").dataset.range;
    mark([]);
    first = null;
    if (items.length < 2) return; // a click: the link itself leads on
    location.assign(range.replace("FROM", year(items[0])).replace("TO", year(items.at(-1))));
  });
})();
