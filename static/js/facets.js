/* Filters of the list of articles that combine: what is chosen stands in the address, every value shows how many
   articles choosing it would leave. Loaded by site.js when somebody opens the panel or comes with a filtered address. */
(function () {
  "use strict";
  var engine = window.borderwire.search, panel = document.getElementById("filters");
  if (!panel || panel.dataset.ready) return;
  panel.dataset.ready = "yes";
  var status = document.getElementById("filter-status"), list = document.getElementById("filtered");
  var bar = document.getElementById("filter-bar"), whole = document.getElementById("unfiltered"), LANG = document.documentElement.lang;
  var element = engine.element, FEW = 6, STEP = 20;
  var info, facets, texts, chosen = {}, sets = {}, boxes = [], fresh = 0;

  function start(all) {
    info = all[0];
    facets = all[1];
    texts = all[2];
    facets.forEach(function (facet) {
      sets[facet.key] = {};
      facet.values.forEach(function (value, index) {
        var held = new Uint8Array(info.articles), rows = engine.postings(facet.articles[index], info);
        for (var at = 0; at < rows.length; at += 2) held[rows[at]] = 1;
        sets[facet.key][value] = held;
      });
      draw(facet);
    });
    read();
    boxes.filter(function (row) { return row.box.checked; }).reverse().forEach(function (row) {
      row.label.parentNode.insertBefore(row.label, row.label.parentNode.firstChild);
    });
    update(true);
    window.addEventListener("popstate", function () { read(); update(true); });
    panel.dataset.drawn = "yes";
  }

  /* --- the panel ------------------------------------------------------------------------------------- */

  function draw(facet) {
    var place = panel.querySelector('[data-facet="' + facet.key + '"]');
    if (!facet.values.length) { if (place) place.hidden = true; return; }
    if (!place) {
      place = element("section");
      panel.querySelector(".filter-groups").appendChild(place);
    }
    place.textContent = "";
    place.removeAttribute("aria-labelledby");
    var group = element("fieldset"), legend = element("legend", "", texts.titles[facet.key] + " ");
    legend.appendChild(element("span", "n", facet.single ? texts.texts.any : texts.texts.every));
    group.appendChild(legend);
    var rows = element("div", "filter-values");
    if (facet.values.length > FEW) group.appendChild(finder(rows));
    facet.values.forEach(function (value) {
      var label = element("label"), box = element("input"), count = element("span", "n");
      box.type = "checkbox";
      box.name = facet.key;
      box.value = value;
      label.appendChild(box);
      label.appendChild(element("span", texts.sides[value] || "", nameOf(facet.key, value)));
      label.appendChild(count);
      rows.appendChild(label);
      boxes.push({ facet: facet, value: value, box: box, count: count, label: label });
      box.addEventListener("change", function () { collect(); update(false); });
    });
    group.appendChild(rows);
    place.appendChild(group);
  }

  /* A field that finds values in a long list of them, with or without accents. */
  function finder(rows) {
    var field = element("input", "filter-find");
    field.type = "search";
    field.setAttribute("aria-label", texts.texts.find);
    field.placeholder = texts.texts.find;
    field.addEventListener("input", function () {
      var asked = engine.fold(field.value.trim());
      Array.prototype.forEach.call(rows.children, function (label) {
        label.classList.toggle("unmatched", engine.fold(label.textContent).indexOf(asked) < 0);
      });
    });
    return field;
  }

  function nameOf(key, value) { return (texts.names[key] && texts.names[key][value]) || value; }

  /* --- what is chosen --------------------------------------------------------------------------------- */

  function read() {
    var asked = new URLSearchParams(location.search || location.hash.slice(1));
    chosen = {};
    facets.forEach(function (facet) {
      var values = asked.getAll(facet.key).filter(function (value) { return sets[facet.key][value]; });
      if (values.length) chosen[facet.key] = values;
    });
    boxes.forEach(function (row) { row.box.checked = (chosen[row.facet.key] || []).indexOf(row.value) >= 0; });
  }

  function collect() {
    chosen = {};
    boxes.forEach(function (row) {
      if (row.box.checked) (chosen[row.facet.key] = chosen[row.facet.key] || []).push(row.value);
    });
    var tail = new URLSearchParams();
    Object.keys(chosen).forEach(function (key) { chosen[key].forEach(function (value) { tail.append(key, value); }); });
    var plain = location.href.split(/[?#]/)[0], text = tail.toString();
    try { history.pushState(null, "", plain + (text && "?" + text)); } catch (error) {
      try { history.replaceState(null, "", text ? "#" + text : plain); } catch (again) { /* the address stays */ }
    }
  }

  /* The articles that all facets leave, but for one of them: 1 for each that stays. */
  function left(without) {
    var stays = new Uint8Array(info.articles).fill(1);
    facets.forEach(function (facet) {
      var values = chosen[facet.key];
      if (!values || facet.key === without) return;
      if (facet.single) {
        for (var at = 0; at < stays.length; at++) {
          stays[at] &= values.some(function (value) { return sets[facet.key][value][at]; }) ? 1 : 0;
        }
      } else {
        values.forEach(function (value) {
          var held = sets[facet.key][value];
          for (var at = 0; at < stays.length; at++) stays[at] &= held[at];
        });
      }
    });
    return stays;
  }

  function update(isFirst) {
    var isAny = Object.keys(chosen).length > 0, stays = left(null), others = {};
    boxes.forEach(function (row) {
      var key = row.facet.key, base = stays;
      if (row.facet.single) base = others[key] = others[key] || left(key);
      var held = sets[key][row.value], count = 0;
      for (var at = 0; at < held.length; at++) count += held[at] & base[at];
      row.count.textContent = engine.number(count);
      row.label.classList.toggle("empty", !count && !row.box.checked);
      row.box.disabled = !count && !row.box.checked;
    });
    whole.hidden = isAny;
    list.hidden = !isAny;
    if (isAny && isFirst && window.innerWidth > 768) panel.open = true;
    document.querySelectorAll(".languages a").forEach(function (link) {
      link.href = link.href.split("?")[0] + location.search;
    });
    status.textContent = "";
    drawChosen(isAny);
    if (!isAny) { list.textContent = ""; return; }
    var numbers = [];
    for (var at = stays.length - 1; at >= 0; at--) if (stays[at]) numbers.push(at);
    status.textContent = numbers.length ? engine.say(numbers.length === 1 ? "one" : "many", { n: engine.number(numbers.length) }) : texts.texts.none;
    show(numbers);
  }

  /* Every chosen value as a button that takes it back. */
  function drawChosen(isAny) {
    bar.textContent = "";
    bar.hidden = !isAny;
    function button(kind, text, action) {
      var node = element("button", kind, text);
      node.type = "button";
      node.addEventListener("click", function () {
        action();
        collect();
        update(false);
        (bar.querySelector("button") || panel.querySelector("summary")).focus();
      });
      bar.appendChild(node);
      return node;
    }
    boxes.forEach(function (row) {
      if (!row.box.checked) return;
      var name = nameOf(row.facet.key, row.value), node = button("chip", name + " ×", function () { row.box.checked = false; });
      node.setAttribute("aria-label", texts.texts.clear + ": " + name);
    });
    if (isAny) button("clear", texts.texts.clear, function () { boxes.forEach(function (row) { row.box.checked = false; }); });
  }

  /* --- the list ---------------------------------------------------------------------------------------- */

  function values(key, number) {
    var held = sets[key];
    return Object.keys(held).filter(function (value) { return held[value][number]; });
  }

  function card(row) {
    var item = element("li"), line = element("p", "card-line"), head = element("h3", "card-title"), link = element("a", "", row.label);
    if (row.iso) {
      var time = element("time", "", engine.date(row.iso));
      time.dateTime = row.iso;
      line.appendChild(time);
    } else line.appendChild(element("span", "undated", engine.say("undated")));
    values("event", row.number).forEach(function (value) { line.appendChild(element("span", "card-kind", nameOf("event", value))); });
    link.href = row.href;
    head.lang = "vi";
    head.appendChild(link);
    item.appendChild(line);
    item.appendChild(head);
    var sides = element("p", "sides");
    values("province", row.number).sort().reverse().forEach(function (value) {
      var place = element("a", texts.sides[value], nameOf("province", value));
      place.href = engine.home + "provinces/" + value.toLowerCase() + "/index.html";
      sides.appendChild(place);
    });
    if (sides.firstChild) item.appendChild(sides);
    return item;
  }

  function show(numbers) {
    var mine = ++fresh, cards = element("ul", "cards"), button = element("button", "more-results"), shown = 0;
    button.type = "button";
    button.hidden = true;
    function grow(isAsked) {
      var next = numbers.slice(shown, shown + STEP), first = shown;
      shown += next.length;
      return engine.describe(info, next).then(function (rows) {
        rows.forEach(function (row) { cards.appendChild(card(row)); });
        button.hidden = shown >= numbers.length;
        button.textContent = engine.say("more", { n: engine.number(numbers.length - shown) });
        if (isAsked) cards.children[first].querySelector("h3 a").focus();
      });
    }
    button.addEventListener("click", function () { grow(true); });
    grow(false).then(function () {
      if (mine !== fresh) return;
      list.textContent = "";
      list.appendChild(element("h2", "visually-hidden", engine.say("kind-article")));
      list.appendChild(cards);
      list.appendChild(button);
    });
  }

  engine.meta().then(function (first) {
    return Promise.all([first, engine.load("facets"), engine.load("facets/" + LANG)]);
  }).then(start).catch(function () { delete panel.dataset.ready; });
})();
