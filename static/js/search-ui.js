/* The faces of search: suggestions under the field in the header, and the results of the search page. */
(function () {
  "use strict";
  var engine = window.borderwire.search;
  if (engine.shown) return;
  engine.shown = true;
  var element = engine.element, say = engine.say;
  var header = document.querySelector("form[data-index]");
  var results = document.getElementById("results");

  function later(action) {
    var timer = 0;
    return function () {
      clearTimeout(timer);
      timer = setTimeout(action, 90);
    };
  }

  /* The kinds of what was found, best first, articles last: [[kind, rows]]. */
  function byKind(rows) {
    var kinds = {}, order = [];
    rows.forEach(function (row) {
      if (!kinds[row.kind]) order.push([row.kind, (kinds[row.kind] = [])]);
      kinds[row.kind].push(row);
    });
    return order;
  }

  function countOf(found) { return found.articles.length + found.others.length; }

  function statusOf(found) {
    var count = countOf(found);
    if (!count) return say("none");
    var text = say(count === 1 ? "one" : "many", { n: engine.number(count) });
    if (found.isPartial) text += " " + say("partial");
    else if (found.isLoose) text += " " + say("loose");
    return text;
  }

  /* --- suggestions ---------------------------------------------------------------------------------- */

  function suggestions() {
    var field = header.querySelector("input"), panel = element("div", "suggestions"), chosen = -1, turn = 0;
    var status = element("p", "visually-hidden");
    status.setAttribute("role", "status");
    panel.id = "suggestions";
    panel.hidden = true;
    panel.setAttribute("role", "listbox");
    panel.setAttribute("aria-label", field.labels[0].textContent);
    header.appendChild(panel);
    header.appendChild(status);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", panel.id);
    field.setAttribute("aria-expanded", "false");

    function options() { return panel.querySelectorAll("[role=option]"); }
    function close() {
      panel.hidden = true;
      chosen = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }
    function choose(next) {
      var rows = options();
      if (!rows.length) return;
      chosen = (next + rows.length + 1) % (rows.length + 1);
      rows.forEach(function (row, index) { row.setAttribute("aria-selected", String(index === chosen)); });
      if (chosen === rows.length) { chosen = -1; field.removeAttribute("aria-activedescendant"); return; }
      field.setAttribute("aria-activedescendant", rows[chosen].id);
      rows[chosen].scrollIntoView({ block: "nearest" });
    }
    function option(href, label, lang, note) {
      var link = element("a", "", label);
      link.href = href;
      link.id = "suggestion-" + options().length;
      link.tabIndex = -1;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      if (lang) link.lang = lang;
      if (note) link.appendChild(element("span", "suggestion-note", note));
      return link;
    }
    function group(name) {
      var box = element("div", "suggestion-group"), head = element("span", "suggestion-kind", name);
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", name);
      head.setAttribute("aria-hidden", "true");
      box.appendChild(head);
      panel.appendChild(box);
      return box;
    }
    function show(found, rows) {
      panel.textContent = "";
      byKind(rows).forEach(function (pair) {
        var box = group(say("kind-" + pair[0]));
        pair[1].forEach(function (row) {
          box.appendChild(option(row.href, row.label, sourceLang(row), /^(article|agreement)$/.test(row.kind) ? engine.date(row.iso) : row.note));
        });
      });
      if (countOf(found)) {
        var all = option(header.action.split(/[?#]/)[0] + "?q=" + encodeURIComponent(field.value), say("all", { n: engine.number(countOf(found)) }));
        all.className = "suggestion-all";
        panel.appendChild(all);
      } else panel.appendChild(element("p", "", say("none")));
      panel.hidden = false;
      panel.dataset.query = found.text;
      chosen = -1;
      field.setAttribute("aria-expanded", "true");
      field.removeAttribute("aria-activedescendant");
      status.textContent = statusOf(found);
    }
    function look() {
      var mine = ++turn;
      engine.search(field.value).then(function (found) {
        if (mine !== turn) return;
        if (!found) { close(); return; }
        var others = found.others.slice(0, 6);
        return engine.describe(found.info, others.concat(found.articles.slice(0, Math.min(6, 10 - others.length)))).then(function (rows) {
          if (mine === turn && header.contains(document.activeElement)) show(found, rows);
        });
      }).catch(close);
    }
    field.addEventListener("input", later(look));
    header.addEventListener("focusout", function (event) { if (!header.contains(event.relatedTarget)) { turn++; close(); } });
    panel.addEventListener("mousedown", function (event) { event.preventDefault(); });
    field.addEventListener("keydown", function (event) {
      if (event.key === "Escape") {
        turn++;
        if (panel.hidden) field.value = "";
        close();
        event.preventDefault();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (panel.hidden) look();
        else choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? options().length - 1 : chosen - 1);
        event.preventDefault();
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        location.href = options()[chosen].href;
      }
    });
    if (field.value) look();
  }

  /* What is in Vietnamese whatever the page speaks: titles, names of persons and documents. */
  function sourceLang(row) {
    return document.documentElement.lang !== "vi" && /^(article|official|agreement)$/.test(row.kind) ? "vi" : "";
  }

  /* --- the search page ------------------------------------------------------------------------------ */

  var ROW = 10, FEW = 5;

  function page() {
    var field = document.getElementById("query"), status = document.getElementById("search-status"), turn = 0;
    var browse = document.getElementById("browse");

    function asked() {
      var match = /[?&#]q=([^&#]*)/.exec(location.search) || /[#&]q=([^&]*)/.exec(location.hash);
      try { return match ? decodeURIComponent(match[1].replace(/\+/g, " ")) : ""; } catch (error) { return ""; }
    }
    function keep(text) {
      var plain = location.href.split(/[?#]/)[0], tail = text ? "q=" + encodeURIComponent(text) : "";
      if (text !== asked()) remember(plain, tail);
      document.querySelectorAll(".languages a").forEach(function (link) {
        link.href = link.href.split("?")[0] + (tail && "?" + tail);
      });
    }
    /* In the query where the browser lets pages of a disk do so, else behind the number sign. */
    function remember(plain, tail) {
      try { history.replaceState(null, "", plain + (tail && "?" + tail)); } catch (error) {
        try { history.replaceState(null, "", tail ? "#" + tail : plain); } catch (again) { /* the address stays */ }
      }
    }
    function entity(row) {
      var item = element("li"), link = element("a", "hit", row.label);
      link.href = row.href;
      if (sourceLang(row)) link.lang = "vi";
      item.appendChild(link);
      var note = [row.iso ? engine.date(row.iso) : "", row.note].filter(Boolean).join(" · ");
      if (note) {
        var shown = element("span", "found-note", note);
        if (document.documentElement.lang !== "vi") shown.lang = "vi";
        item.appendChild(shown);
      }
      if (row.count) item.appendChild(element("span", "n", engine.number(row.count)));
      return item;
    }
    function article(row, found) {
      var item = element("li"), line = element("p", "card-line"), head = element("h3", "card-title"), link = element("a", "hit");
      if (row.iso) {
        var time = element("time", "", engine.date(row.iso));
        time.dateTime = row.iso;
        line.appendChild(time);
      } else line.appendChild(element("span", "undated", say("undated")));
      link.href = row.href;
      head.lang = "vi";
      var hit = engine.marks(row.label, found);
      engine.marked(link, row.label, 0, row.label.length, engine.runs({ hits: hit.hits }, 0, row.label.length, found));
      head.appendChild(link);
      if (row.note) line.appendChild(element("span", "found-kind", row.note));
      if (row.places) {
        var places = element("span", "found-kind", row.places);
        if (document.documentElement.lang !== "vi") places.lang = "vi";
        line.appendChild(places);
      }
      item.appendChild(line);
      item.appendChild(head);
      engine.load("t/" + row.number).then(function (text) {
        var part = engine.snippet(text, found);
        if (!part) return;
        var box = element("p", "snippet"), phrase = element("a");
        phrase.href = row.href + engine.fragment(part);
        phrase.lang = "vi";
        if (part.start) phrase.appendChild(document.createTextNode("… "));
        engine.marked(phrase, part.line, part.start, part.end, part.runs);
        if (part.end < part.line.length) phrase.appendChild(document.createTextNode(" …"));
        box.appendChild(phrase);
        item.appendChild(box);
      }).catch(function () { /* the title stands by itself */ });
      return item;
    }
    /* A list that shows its first rows and, at a press, further ones. */
    function growing(numbers, info, step, list, make) {
      var shown = 0, button = element("button", "more-results");
      button.type = "button";
      function grow(isAsked) {
        var next = numbers.slice(shown, shown + (isAsked ? 2 * ROW : step)), first = shown;
        shown += next.length;
        return engine.describe(info, next).then(function (rows) {
          rows.forEach(function (row) { list.appendChild(make(row)); });
          button.hidden = shown >= numbers.length;
          button.textContent = say("more", { n: engine.number(numbers.length - shown) });
          if (isAsked && list.children[first]) list.children[first].querySelector("a").focus();
        });
      }
      button.addEventListener("click", function () { grow(true); });
      return { button: button, started: grow(false) };
    }
    function section(kind, count) {
      var box = element("section", "found"), head = element("h2", "", say("kind-" + kind) + " ");
      head.id = "found-" + kind;
      head.appendChild(element("span", "n", engine.number(count)));
      box.setAttribute("aria-labelledby", head.id);
      box.appendChild(head);
      return box;
    }
    function show(found) {
      var fresh = element("div"), started = [];
      return engine.describe(found.info, found.others.slice(0, 200)).then(function (rows) {
        byKind(rows).forEach(function (pair) {
          var box = section(pair[0], pair[1].length), list = element("ul", "links");
          var numbers = pair[1].map(function (row) { return row.number; });
          var grown = growing(numbers, found.info, FEW, list, entity);
          box.appendChild(list);
          box.appendChild(grown.button);
          started.push(grown.started);
          fresh.appendChild(box);
        });
        if (found.articles.length) {
          var box = section("article", found.articles.length), list = element("ol", "cards");
          var grown = growing(found.articles, found.info, ROW, list, function (row) { return article(row, found); });
          box.appendChild(list);
          box.appendChild(grown.button);
          started.push(grown.started);
          fresh.appendChild(box);
        }
        return Promise.all(started);
      }).then(function () { return fresh; });
    }
    function look() {
      var mine = ++turn, text = field.value;
      keep(text.trim());
      engine.search(text).then(function (found) {
        if (mine !== turn) return;
        if (!found) {
          results.textContent = "";
          status.textContent = "";
          browse.hidden = false;
          return;
        }
        return show(found).then(function (fresh) {
          if (mine !== turn) return;
          results.textContent = "";
          results.appendChild(fresh);
          browse.hidden = countOf(found) > 0;
          status.textContent = statusOf(found);
        });
      }).catch(function () {
        if (mine === turn) status.textContent = engine.words() ? say("broken") : "";
      });
    }
    function hits() { return Array.prototype.slice.call(results.querySelectorAll("a.hit")); }

    field.addEventListener("input", later(look));
    document.getElementById("search-form").addEventListener("submit", function (event) {
      event.preventDefault();
      look();
    });
    document.addEventListener("keydown", function (event) {
      var rows = hits(), at = rows.indexOf(document.activeElement);
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "ArrowDown" && (at >= 0 || document.activeElement === field)) {
        if (rows[at + 1]) { rows[at + 1].focus(); event.preventDefault(); }
      } else if (event.key === "ArrowUp" && at >= 0) {
        (rows[at - 1] || field).focus();
        event.preventDefault();
      } else if (event.key === "Escape" && (results.contains(document.activeElement) || document.activeElement === field)) {
        if (document.activeElement === field) { field.value = ""; look(); } else field.focus();
        event.preventDefault();
      }
    });
    window.addEventListener("popstate", restore);
    window.addEventListener("hashchange", restore);
    function restore() {
      if (asked() !== field.value.trim()) { field.value = asked(); look(); }
    }
    field.closest("form").hidden = false;
    if (!field.value) field.value = asked();
    engine.meta().then(function () { if (field.value) look(); }).catch(function () { /* told on the first query */ });
    if (!field.value && matchMedia("(pointer: fine)").matches) field.focus(); // on a phone the keyboard would cover the page
  }

  if (results) engine.meta().then(page, page);
  else engine.meta().then(suggestions).catch(function () { /* the field leads to the search page */ });
})();
