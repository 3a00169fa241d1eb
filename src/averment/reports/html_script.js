"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const worst = ["error", "warning", "note", "ok"];
  const remarks = all(".remark[id]");
  const filters = one(".filters");
  const state = one(".state");
  const help = one("dialog");
  let now = null;

  const markOf = (remark) => document.getElementById(remark.dataset.words)?.closest("mark");
  const shown = () => remarks.filter((remark) => !remark.hidden);

  // Each remark stands beside its words where there is room, and below the one before otherwise.
  function align() {
    for (const margin of all(".margin")) {
      const notes = all(".remark", margin).filter((remark) => !remark.hidden);
      margin.style.gap = "";
      for (const note of notes) note.style.marginTop = "";
      if (!notes.length || getComputedStyle(margin.parentElement).display !== "grid") continue;
      const top = margin.getBoundingClientRect().top;
      const room = margin.previousElementSibling.getBoundingClientRect().height;
      const gap = 12;
      const heights = notes.map((note) => note.getBoundingClientRect().height);
      const starts = [];
      let edge = 0;
      notes.forEach((note, i) => {
        const mark = markOf(note);
        const wanted = mark ? mark.getClientRects()[0].top - top : 0;
        starts.push(Math.max(edge, wanted));
        edge = starts[i] + heights[i] + gap;
      });
      let floor = Math.max(room, heights.reduce((sum, height) => sum + height + gap, -gap));
      for (let i = notes.length - 1; i >= 0; i -= 1) {
        starts[i] = Math.max(0, Math.min(starts[i], floor - heights[i]));
        floor = starts[i] - gap;
      }
      margin.style.gap = "0";
      let end = 0;
      notes.forEach((note, i) => {
        note.style.marginTop = `${Math.max(0, starts[i] - end)}px`;
        end = starts[i] + heights[i];
      });
    }
  }

  function filter() {
    const off = new Set(all("input[data-filter]:not(:checked)", filters).map((box) => box.dataset.filter));
    const hides = (element) => off.has(element.dataset.severity) || off.has(element.dataset.family);
    for (const element of all("[data-severity]")) element.hidden = hides(element);
    const visible = new Map(remarks.map((remark) => [remark.dataset.number, remark]));
    for (const mark of all("mark")) {
      const keys = mark.dataset.remarks.split(" ")
        .map((number) => visible.get(number))
        .filter((remark) => remark && !remark.hidden)
        .map((remark) => remark.dataset.severity);
      mark.className = worst.find((key) => keys.includes(key)) ?? "off";
    }
    const count = shown().length;
    state.textContent = `${count} of ${remarks.length} remarks shown`;
    align();
  }

  function go(remark) {
    if (now) {
      now.classList.remove("now");
      all("mark.now").forEach((mark) => mark.classList.remove("now"));
    }
    now = remark;
    remark.classList.add("now");
    remark.focus({ preventScroll: true });
    remark.scrollIntoView({ block: "center" });
  }

  function step(by) {
    const list = shown();
    if (!list.length) return;
    const at = list.indexOf(now);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
    go(list[next]);
  }

  function words(remark) {
    const mark = markOf(remark);
    if (!mark) return;
    mark.classList.add("now");
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, button, summary, a");
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "Enter" && !typing) {
      const mark = event.target.closest?.("mark");
      if (mark) {
        const remark = document.getElementById(`n${mark.dataset.remarks.split(" ")[0]}`);
        if (remark) go(remark);
      } else if (now && event.target === now) {
        event.preventDefault();
        words(now);
      }
      return;
    }
    if (!one("#keys").checked || event.target.matches?.("textarea, select, input[type=text]")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") help.showModal();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.ref");
    const remark = link && document.getElementById(link.hash.slice(1));
    if (remark && remark.matches(".remark")) {
      event.preventDefault();
      go(remark);
    }
  });

  one("#help").addEventListener("click", () => help.showModal());
  one("#close").addEventListener("click", () => help.close());
  filters.addEventListener("change", filter);
  let waiting = 0;
  window.addEventListener("resize", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(align);
  });
  all("details").forEach((part) => part.addEventListener("toggle", align));
  all(".needs-script").forEach((element) => { element.hidden = false; });
  filter();
})();
