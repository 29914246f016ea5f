"use strict";
(() => {
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("mapdata").textContent);
  const shapes = [...document.querySelectorAll("#bigmap path[data-key]")];
  const pick = document.getElementById("pick");
  const legend = document.getElementById("legend");
  const panel = document.getElementById("panel");
  const hint = panel.innerHTML;
  let selected = null;
  const say = (text) => text[root.lang] ?? text.zh;
  const make = (tag, text, parent) => {
    const element = document.createElement(tag);
    element.textContent = text;
    parent?.append(element);
    return element;
  };

  function paint() {
    const shown = data.indicators[pick.selectedIndex];
    if (!shown) return;
    for (const shape of shapes) {
      const zone = shown.zones[shape.dataset.key];
      shape.setAttribute("fill", zone?.fill ?? "#efefef");
      const text = say(data.zones[shape.dataset.key].name) + ": " + (zone ? say(zone.text) : "—");
      shape.setAttribute("aria-label", text);
      shape.querySelector("title").textContent = text;
    }
    legend.replaceChildren();
    for (const [color, label] of shown.legend) {
      const entry = make("span", "", legend);
      make("i", "", entry).style.background = color;
      entry.append(label + " " + say(shown.unit));
    }
  }

  function describe(key) {
    if (key === null) { panel.innerHTML = hint; return; }
    const zone = data.zones[key];
    panel.replaceChildren();
    make("h3", say(zone.name), panel);
    const list = make("dl", "", panel);
    for (const indicator of data.indicators) {
      const own = indicator.zones[key];
      if (!own) continue;
      make("dt", say(indicator.name), list);
      make("dd", say(own.text), list);
    }
    make("a", root.lang === "en" ? "All figures of this zone" : "本旗区全部数字", panel).href = "#" + zone.anchor;
  }

  function select(key) {
    selected = selected === key ? null : key;
    for (const shape of shapes) shape.classList.toggle("sel", shape.dataset.key === selected);
    for (const row of document.querySelectorAll("tr[data-z]"))
      row.classList.toggle("sel", row.dataset.z === selected);
    describe(selected);
  }

  document.addEventListener("speak", () => {
    const at = Math.max(0, pick.selectedIndex);
    pick.replaceChildren(...data.indicators.map((one) => new Option(one.name[root.lang])));
    pick.selectedIndex = at;
    paint();
    describe(selected);
  });

  for (const shape of shapes) {
    shape.setAttribute("tabindex", "0");
    shape.setAttribute("role", "button");
    shape.addEventListener("pointerenter", () => describe(shape.dataset.key));
    shape.addEventListener("pointerleave", () => describe(selected));
    shape.addEventListener("focus", () => describe(shape.dataset.key));
    shape.addEventListener("click", () => select(shape.dataset.key));
    shape.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); select(shape.dataset.key); }
    });
  }
  pick.addEventListener("change", paint);
})();
