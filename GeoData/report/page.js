"use strict";
(() => {
  const root = document.documentElement;

  function speak(language) {
    root.lang = language;
    for (const button of document.querySelectorAll("[data-lang]"))
      button.setAttribute("aria-pressed", String(button.dataset.lang === language));
    document.title = root.dataset[language];
    document.dispatchEvent(new Event("speak"));
  }
  for (const button of document.querySelectorAll("[data-lang]"))
    button.addEventListener("click", () => speak(button.dataset.lang));

  function value(row, column) {
    const cell = row.cells[column];
    if (cell.dataset.v !== undefined) return cell.dataset.v === "" ? null : Number(cell.dataset.v);
    const spoken = cell.querySelector(`span[lang="${root.lang}"]`);
    return (spoken ?? cell).textContent;
  }
  function sort(head) {
    const body = head.closest("table").tBodies[0];
    const falls = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", falls ? "descending" : "ascending");
    const rows = [...body.rows].map((row, order) => ({ row, order, v: value(row, head.cellIndex) }));
    rows.sort((a, b) => {
      if (a.v === null || b.v === null) return (a.v === null) - (b.v === null) || a.order - b.order;
      const d = typeof a.v === "number" ? a.v - b.v : a.v.localeCompare(b.v, root.lang);
      return (falls ? -d : d) || a.order - b.order;
    });
    body.append(...rows.map(({ row }) => row));
  }
  for (const head of document.querySelectorAll(".sortable thead th")) {
    head.tabIndex = 0;
    head.addEventListener("click", () => sort(head));
    head.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); sort(head); }
    });
  }
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  speak(root.lang);
})();
