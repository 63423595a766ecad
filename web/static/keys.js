// Single keys, off until somebody switches them on (WCAG 2.1.4): kept in this browser, nowhere else.
"use strict";
(() => {
  const KEPT = "single-keys";
  const ROWS = "main table tbody tr, main .task-list > li";
  const isOn = () => localStorage.getItem(KEPT) === "on";

  const helping = document.getElementById("keys-switch");
  if (helping) {
    const shown = () => helping.setAttribute("aria-pressed", String(isOn()));
    helping.hidden = false;
    helping.addEventListener("click", () => {
      localStorage.setItem(KEPT, isOn() ? "off" : "on");
      shown();
    });
    shown();
  }

  const move = (by) => {
    const rows = [...document.querySelectorAll(ROWS)].filter((row) => row.querySelector("a, button"));
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const row = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
    if (row) row.querySelector("a, button").focus();
  };
  const tick = () => {
    const row = document.activeElement.closest(ROWS);
    const box = row && row.querySelector("input[type=checkbox]");
    if (box) box.click();
  };
  const does = {
    "/": () => document.getElementById("site-search")?.focus(),
    "?": () => location.assign("/aide#clavier"),
    j: () => move(1),
    k: () => move(-1),
    x: tick,
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select");
    if (!isOn() || typing || event.ctrlKey || event.altKey || event.metaKey || !(event.key in does)) return;
    event.preventDefault();
    does[event.key]();
  });
})();
