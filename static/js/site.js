/* Small comforts. Every page reads and works without this file. Classic script: pages open from a disk too. */
(function () {
  "use strict";
  var root = document.documentElement;
  var words = { vi: ["Nền tối", "Nền sáng"], lo: ["ພື້ນມືດ", "ພື້ນແຈ້ງ"], en: ["Dark", "Light"] };

  /* A switch between light and dark, kept on this computer. */
  function themeSwitch() {
    var place = document.querySelector(".languages ul") || document.querySelector(".languages");
    if (!place) return;
    var button = document.createElement("button");
    var names = words[root.lang] || words.en;
    var system = window.matchMedia("(prefers-color-scheme: dark)");
    button.type = "button";
    button.className = "theme";
    function isDark() { return root.dataset.theme ? root.dataset.theme === "dark" : system.matches; }
    function show() { button.textContent = names[isDark() ? 1 : 0]; }
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("borderwire-theme", root.dataset.theme); } catch (error) { /* private window */ }
      show();
    });
    system.addEventListener("change", show);
    window.addEventListener("storage", function (event) { /* chosen in another tab */
      if (event.key !== "borderwire-theme" || !event.newValue) return;
      root.dataset.theme = event.newValue;
      show();
    });
    show();
    if (place.tagName === "UL") {
      var item = document.createElement("li");
      item.appendChild(button);
      place.appendChild(item);
    } else place.appendChild(button);
  }

  /* Pointing at a fact or at one of its phrases lights all of them. */
  function lightFacts() {
    var text = document.getElementById("text");
    var record = document.getElementById("facts");
    if (!text || !record) return;
    var phrases = {};
    text.querySelectorAll("mark > a").forEach(function (link) {
      var fact = link.getAttribute("href").slice(1);
      (phrases[fact] = phrases[fact] || []).push(link.parentNode);
    });
    var lit = [];
    function light(fact) {
      lit.forEach(function (node) { node.classList.remove("lit"); });
      lit = (phrases[fact] || []).slice();
      var row = fact && document.getElementById(fact);
      if (row) lit.push(row);
      lit.forEach(function (node) { node.classList.add("lit"); });
    }
    function factOf(node) {
      var link = node.closest("mark > a");
      if (link) return link.getAttribute("href").slice(1);
      var row = node.closest(".fact");
      return row ? row.id : "";
    }
    [text, record].forEach(function (side) {
      side.addEventListener("mouseover", function (event) { light(factOf(event.target)); });
      side.addEventListener("mouseleave", function () { light(""); });
      side.addEventListener("focusin", function (event) { light(factOf(event.target)); });
    });
  }

  /* Tables sort by a press on a heading: Vietnamese order, numbers and dates as what they are. */
  function sortTables() {
    var order = new Intl.Collator(root.lang === "lo" ? ["lo", "vi"] : ["vi"], { numeric: true });
    function key(row, column) {
      var cell = row.cells[column];
      return cell.dataset.key !== undefined ? cell.dataset.key : cell.textContent.trim();
    }
    document.querySelectorAll("table[data-sortable]").forEach(function (table) {
      var body = table.tBodies[0];
      if (!body || body.rows.length < 3) return;
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
        var button = document.createElement("button");
        var isNumber = head.classList.contains("num");
        button.type = "button";
        button.className = "sort";
        button.textContent = head.textContent;
        head.textContent = "";
        head.appendChild(button);
        button.addEventListener("click", function () {
          var down = head.getAttribute("aria-sort") === "ascending" || (isNumber && !head.hasAttribute("aria-sort"));
          var rows = Array.prototype.slice.call(body.rows);
          rows.sort(function (a, b) {
            var one = key(a, column), other = key(b, column);
            if (!one || !other) return !one - !other; /* empty cells last, either way */
            var result = isNumber ? number(one) - number(other) : order.compare(one, other);
            return down ? -result : result;
          });
          rows.forEach(function (row) { body.appendChild(row); });
          table.querySelectorAll("[aria-sort]").forEach(function (cell) { cell.removeAttribute("aria-sort"); });
          head.setAttribute("aria-sort", down ? "descending" : "ascending");
        });
      });
    });
    function number(shown) {
      var found = shown.replace(/[^\d,.-]/g, "").replace(root.lang === "en" ? /,/g : /\./g, "").replace(",", ".");
      return parseFloat(found) || 0;
    }
  }

  /* The search engine is loaded when somebody goes to the field; "/" goes there. */
  function searchField() {
    var form = document.querySelector("form[data-index]");
    if (!form) return;
    var field = document.querySelector("#query") || form.querySelector("input");
    var asked = {};
    function fetchScripts(addresses) {
      addresses.forEach(function (address) {
        if (asked[address]) return;
        asked[address] = true;
        var script = document.createElement("script");
        script.src = address;
        script.async = false;
        document.head.appendChild(script);
      });
    }
    function fetchSearch() { fetchScripts([form.dataset.engine, form.dataset.face]); }
    var filters = document.getElementById("filters");
    function fetchFilters() { fetchScripts([form.dataset.engine, form.dataset.facets]); }
    if (filters) {
      filters.addEventListener("toggle", fetchFilters);
      if (location.search || location.hash.indexOf("=") > 0) fetchFilters();
    }
    form.addEventListener("focusin", fetchSearch);
    if (field.id === "query" || form.contains(document.activeElement)) fetchSearch();
    document.addEventListener("keydown", function (event) {
      var at = event.target;
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable) return;
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) && at.type !== "checkbox") return;
      event.preventDefault();
      field.focus();
      field.select();
    });
  }

  /* The facts stay beside the text while they all fit on the screen. */
  function keepFacts() {
    var record = document.getElementById("facts");
    if (!record) return;
    function fit() { record.classList.toggle("fits", record.offsetHeight <= window.innerHeight); }
    fit();
    window.addEventListener("resize", fit);
    record.addEventListener("change", fit);
    if (document.fonts) document.fonts.ready.then(fit);
  }

  /* A phrase in a part that is folded away is shown when a link leads to it. */
  function unfold() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var folded = target && target.closest("details:not([open])");
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  }

  /* Search engines want the pages in other languages by their full addresses. A site that was built without its own has
     relative ones; behind a server they are known. */
  function fullAddresses() {
    if (location.protocol === "file:") return;
    document.querySelectorAll("link[hreflang]").forEach(function (link) { link.href = link.href; });
  }

  fullAddresses();
  themeSwitch();
  keepFacts();
  unfold();
  window.addEventListener("hashchange", unfold);
  searchField();
  lightFacts();
  sortTables();
})();
