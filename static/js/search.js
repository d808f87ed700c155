/* The search engine and its two faces: suggestions under the field of every page, and the search page.

   Pages opened from a disk can load nothing but classic scripts, so the index is made of those: each calls
   `borderwire.take(name, value)`. The words of a query are read as `borderwire.site.search.terms` reads those of the
   texts. Loaded by site.js when somebody is about to search. */
(function () {
  "use strict";
  var borderwire = (window.borderwire = window.borderwire || {});
  if (borderwire.search) return;

  /* --- files ------------------------------------------------------------------------------------- */

  var field = document.querySelector("form[data-index]");
  var INDEX = field.dataset.index, HOME = field.dataset.home, LANG = document.documentElement.lang;
  var waiting = {}, loaded = {}, version = "";

  borderwire.take = function (name, value) {
    loaded[name] = value;
  };

  function load(name) {
    if (!waiting[name]) {
      waiting[name] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = INDEX + name + ".js" + (version ? "?v=" + version : "");
        script.onload = function () { script.remove(); done(loaded[name]); };
        script.onerror = function () { script.remove(); delete waiting[name]; failed(new Error(name)); };
        document.head.appendChild(script);
      });
    }
    return waiting[name];
  }

  var ready = null;
  function meta() {
    if (!ready) {
      ready = Promise.all([load("meta"), load("words/" + LANG)]).then(function (both) {
        version = both[0].version;
        return both[0];
      });
      ready.catch(function () { ready = null; });
    }
    return ready;
  }

  /* --- words, as in Python ------------------------------------------------------------------------- */

  var WORD = /[\u0E80-\u0EFF]+|(?:(?![\u0E80-\u0EFF])[\p{L}\p{N}])+/gu;
  var LAO = /[\u0E80-\u0EFF]/;
  var MARKS = /\p{Mn}/gu, TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  var LATE = {};
  [["o", "a"], ["o", "e"], ["u", "y"]].forEach(function (two) {
    ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"].forEach(function (tone) {
      LATE[(two[0] + two[1] + tone).normalize("NFC")] = (two[0] + tone + two[1]).normalize("NFC");
    });
  });

  function fold(text) {
    return text.toLowerCase().replace(/[đð]/g, "d").normalize("NFD").replace(MARKS, "");
  }
  function bare(form) { return LAO.test(form) ? form : fold(form); }
  function toneless(text) { return text.normalize("NFD").replace(TONES, "").normalize("NFC"); }

  /* The match key of a syllable: one place for the tone of oa, oe, uy; a lone final y is an i. */
  function key(word) {
    var text = word.toLowerCase(), tail = text.slice(-2);
    if (LATE[tail] && !(tail[0] === "u" && text.slice(-3, -2) === "q")) text = text.slice(0, -2) + LATE[tail];
    if (text.length > 1 && "yỳýỷỹỵ".indexOf(text.slice(-1)) >= 0) {
      if ("aeiouy".indexOf(text.slice(-2, -1).normalize("NFD")[0]) < 0) {
        text = text.slice(0, -1) + "iìíỉĩị"["yỳýỷỹỵ".indexOf(text.slice(-1))];
      }
    }
    return text;
  }

  var LAO_FOLD = { "ຳ": "ໍາ", "ໜ": "ຫນ", "ໝ": "ຫມ", "ຼ": "ລ", "\u0EC8": "", "\u0EC9": "", "\u0ECA": "", "\u0ECB": "" };
  function laoPairs(run) {
    var text = run.replace(/[ຳໜໝຼ\u0EC8-\u0ECB]/g, function (one) { return LAO_FOLD[one]; });
    var found = [];
    for (var at = 0; at + 1 < text.length; at++) found.push(text.slice(at, at + 2));
    return found.length ? found : [text];
  }

  function clean(text) {
    return text.replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "").replace(/Ð/g, "Đ").replace(/ð/g, "đ").normalize("NFC");
  }

  /* A Lao name by its sound: `borderwire.gazetteer.lao.lao_key`. */
  var CLUSTER = /[aeiou]+|tch|ch|ck|phr|ph|pr|kh|gh|th|ng|nh|ny|gn|./g;
  var CONSONANTS = {
    tch: "c", ch: "c", j: "c", ck: "k", kh: "k", gh: "k", q: "k", c: "k", g: "k",
    phr: "p", ph: "p", pr: "p", f: "p", th: "t", x: "s", z: "s", w: "v", r: "l", ng: "n"
  };
  function vowel(run) {
    var first = run[0];
    if (run === "o" || run === "oo") return "o";
    if (first === "o" || first === "u" || run.slice(0, 2) === "eu") return run.slice(-1) === "i" ? "ui" : "u";
    if (first === "i") return "i";
    if (first === "e") return run.indexOf("o") >= 0 ? "eo" : "e";
    return { i: "ai", o: "ao", u: "ao", e: "e" }[run.slice(-1)] || "a";
  }
  function sound(name) {
    var letters = fold(name).replace(/[^a-z]+/g, "");
    if (/[eE]$/.test(name) && /[aeiouy][^aeiouy]e$/.test(letters)) letters = letters.slice(0, -1);
    letters = letters.replace(/y(?![aeou])/g, "i").replace(/tia/g, "cha");
    var sounds = letters.replace(CLUSTER, function (cluster, at) {
      if (cluster === "nh" || cluster === "ny" || cluster === "gn") {
        return /[aeiou]/.test(letters.charAt(at + 2)) ? "y" : "n";
      }
      if (/[aeiou]/.test(cluster[0])) return vowel(cluster);
      return CONSONANTS[cluster] || cluster;
    });
    return sounds.replace(/(.)\1+/g, "$1").replace(/iy/g, "y");
  }

  /* --- the index ------------------------------------------------------------------------------------- */

  var digits = null;
  function readPostings(text, info) {
    if (!digits) {
      digits = {};
      for (var index = 0; index < info.letters.length; index++) digits[info.letters.charCodeAt(index)] = index;
    }
    var base = info.letters.length / 2, found = [], level = 0, number = -1, gap = 0;
    for (var at = 0; at < text.length; at++) {
      var code = text.charCodeAt(at);
      if (code >= 48 && code <= 57) { level = code - 48; number = -1; gap = 0; continue; }
      var digit = digits[code];
      if (digit < base) { gap = (gap + digit) * base; continue; }
      number += gap + digit - base + 1;
      gap = 0;
      found.push(number, level);
    }
    return found;
  }

  var MOST_FILES = 6; /* of one prefix */
  function parsed(name) {
    return load(name).then(function (text) {
      if (typeof text === "string") {
        loaded[name] = text = text.split(";").map(function (line) {
          var cut = line.indexOf("="), form = line.slice(0, cut);
          return { form: form, bare: bare(form), text: line.slice(cut + 1) };
        });
      }
      return text;
    });
  }

  /* The terms of a space whose bare form is, or begins with, `plain`. */
  function terms(info, space, plain, isPrefix) {
    var firsts = info[space], last = 0;
    if (!firsts.length) return Promise.resolve([]);
    while (last + 1 < firsts.length && firsts[last + 1] <= plain) last++;
    var names = [space + "/" + last];
    while (isPrefix && last + 1 < firsts.length && firsts[last + 1].slice(0, plain.length) === plain && names.length < MOST_FILES) {
      names.push(space + "/" + ++last);
    }
    return Promise.all(names.map(parsed)).then(function (files) {
      var found = [];
      files.forEach(function (rows) {
        rows.forEach(function (row) {
          if (isPrefix ? row.bare.slice(0, plain.length) === plain : row.bare === plain) found.push(row);
        });
      });
      return found;
    });
  }

  /* What was typed without accents agrees with every accent; what was typed with one only with that. */
  function agrees(typed, form, isPrefix) {
    if (typed.length > form.length || (!isPrefix && typed.length < form.length)) return false;
    for (var at = 0; at < typed.length; at++) {
      var one = typed[at], other = form[at];
      if (one !== other && fold(other) !== one && toneless(other) !== one) return false;
    }
    return true;
  }

  /* --- a query --------------------------------------------------------------------------------------- */

  var MOST_WORDS = 16, SHORTEST_PREFIX = 3, LONGEST_NAME = 6;

  /* {tokens: [{raw, form, bare, lao, isPrefix}], joints: [is the next word a neighbour], phrases: [[from, to]]} */
  function read(query) {
    var text = clean(query), tokens = [], joints = [], phrases = [];
    var isOpen = /[\p{L}\p{N}\u0E80-\u0EFF]$/u.test(text);
    text.split(/["“”«»]/).forEach(function (part, index) {
      var isPhrase = index % 2 === 1, from = tokens.length;
      (part.match(WORD) || []).forEach(function (raw) {
        if (tokens.length >= MOST_WORDS) return;
        if (LAO.test(raw)) {
          laoPairs(raw).forEach(function (two) {
            tokens.push({ raw: raw, form: two, bare: two, lao: true, isPrefix: two.length === 1 });
          });
        } else {
          var form = key(raw);
          tokens.push({ raw: raw, form: form, bare: fold(form), lao: false, isPrefix: false });
        }
      });
      if (isPhrase && tokens.length > from) phrases.push([from, tokens.length - 1]);
    });
    var last = tokens[tokens.length - 1];
    if (last && isOpen && !last.lao) {
      last.isOpen = true; /* still being typed: with the word before it, even a letter is a beginning */
      last.isPrefix = last.raw.length >= SHORTEST_PREFIX;
      last.typed = last.raw.toLowerCase();
    }
    for (var at = 0; at + 1 < tokens.length; at++) joints.push(!tokens[at].lao && !tokens[at + 1].lao);
    return { tokens: tokens, joints: joints, phrases: phrases };
  }

  function idf(all, seen) { return Math.log(1 + (all - seen + 0.5) / (seen + 0.5)); }

  /* For every document the best level of any of the terms that agree: {best, seen}. */
  function gather(info, rows, weigh) {
    var best = new Float32Array(info.documents), seen = 0;
    rows.forEach(function (row) {
      var factor = weigh(row);
      if (!factor) return;
      var postings = readPostings(row.text, info);
      for (var at = 0; at < postings.length; at += 2) {
        var value = factor * (postings[at + 1] + 1) / info.levels;
        if (!best[postings[at]]) seen++;
        if (value > best[postings[at]]) best[postings[at]] = value;
      }
    });
    return { best: best, seen: seen };
  }

  function lookUp(info, query) {
    var asked = [];
    query.tokens.forEach(function (token, at) {
      asked.push(terms(info, "w", token.bare, token.isPrefix).then(function (rows) {
        if (!rows.length && !token.lao && token.raw.length > SHORTEST_PREFIX) {
          token.isPrefix = true; /* "drug" for "drugs" */
          token.typed = token.raw.toLowerCase();
        }
        if (!rows.length && token.isPrefix) return terms(info, "w", fold(token.typed), true).then(function (more) { return { at: at, rows: more }; });
        if (!token.isPrefix || fold(token.typed || "") === token.bare) return { at: at, rows: rows };
        return terms(info, "w", fold(token.typed), true).then(function (more) { return { at: at, rows: rows.concat(more) }; });
      }));
    });
    query.joints.forEach(function (joined, at) {
      if (!joined) return;
      var next = query.tokens[at + 1];
      asked.push(terms(info, "p", query.tokens[at].bare + " " + next.bare, !!next.isOpen).then(function (rows) {
        return { pair: at, rows: rows };
      }));
    });
    for (var from = 0; from < query.tokens.length; from++) {
      for (var to = from; to < Math.min(query.tokens.length, from + LONGEST_NAME); to++) {
        if (query.tokens[to].lao) break;
        var heard = sound(query.tokens.slice(from, to + 1).map(function (token) { return token.raw; }).join(" "));
        if (heard.length >= 4) asked.push(askSound(info, heard, from, to));
      }
    }
    return Promise.all(asked);
  }

  function askSound(info, heard, from, to) {
    return terms(info, "s", heard, heard.length >= 5).then(function (rows) {
      return { from: from, to: to, heard: heard, rows: rows };
    });
  }

  /* Numbers of documents, best first, and what is to be marked in their texts. */
  function rank(info, query, found, strict) {
    var count = query.tokens.length, all = (1 << count) - 1;
    var score = new Float32Array(info.documents), covered = new Int32Array(info.documents);
    var paired = new Int32Array(info.documents), heard = {};
    function spread(row, bits, more, held) {
      var weight = idf(info.documents, row.seen) * more;
      for (var number = 0; number < info.documents; number++) {
        if (row.best[number]) { score[number] += weight * row.best[number]; held[number] |= bits; }
      }
    }
    found.forEach(function (item) {
      if (item.at !== undefined) {
        var token = query.tokens[item.at];
        spread(gather(info, item.rows, function (row) { return fits(token, row.form, strict); }), 1 << item.at, 1, covered);
      } else if (item.pair !== undefined) {
        var left = query.tokens[item.pair], right = query.tokens[item.pair + 1];
        spread(gather(info, item.rows, function (row) {
          var two = row.form.split(" ");
          return Math.min(fits(left, two[0], strict), fits(right, two[1], strict, right.isOpen));
        }), 1 << item.pair, 2, paired);
        for (var both = 0; both < info.documents; both++) if (paired[both] & (1 << item.pair)) covered[both] |= 3 << item.pair;
      } else if (item.rows.length) {
        var bits = ((1 << (item.to + 1)) - 1) & ~((1 << item.from) - 1);
        heard[item.heard] = true;
        spread(gather(info, item.rows, function (row) { return row.bare === item.heard ? 0.9 : 0.5; }), bits, item.to - item.from + 1, covered);
      }
    });
    var needed = 0;
    query.phrases.forEach(function (phrase) { for (var at = phrase[0]; at < phrase[1]; at++) needed |= 1 << at; });
    var numbers = [], partly = [], named = [];
    for (var number = 0; number < info.documents; number++) {
      if (!covered[number]) continue;
      if (covered[number] === all && (paired[number] & needed) === needed) numbers.push(number);
      else if (number >= info.articles) { if (number < info.articles + info.provinces && !needed) named.push(number); }
      else if ((paired[number] & needed) === needed) partly.push(number);
    }
    function better(one, other) { return score[other] - score[one] || other - one; }
    var isPartial = !numbers.length && partly.length > 0 && count > 1;
    if (isPartial) {
      var most = Math.max.apply(null, partly.map(function (number) { return bitCount(covered[number]); }));
      numbers = partly.filter(function (number) { return bitCount(covered[number]) === most; });
      if (most * 2 < count) numbers = [];
    }
    numbers.sort(better);
    return { numbers: numbers, named: named.sort(better), isPartial: isPartial && numbers.length > 0, heard: Object.keys(heard), score: score };
  }

  function bitCount(bits) {
    var count = 0;
    for (; bits; bits &= bits - 1) count++;
    return count;
  }

  function fits(token, form, strict, isOpen) {
    if (form === token.form) return 1;
    if (!strict) return 0.6;
    if (agrees(token.form, form, token.isPrefix || isOpen) || ((token.isPrefix || isOpen) && agrees(token.typed, form, true))) {
      return form.length === token.form.length ? 0.95 : 0.7;
    }
    return 0;
  }

  /* {kinds: [[kind, numbers]], articles: numbers, isLoose, isPartial, query, heard} */
  function search(text) {
    var query = read(text);
    if (!query.tokens.length) return Promise.resolve(null);
    return meta().then(function (info) {
      return lookUp(info, query).then(function (found) {
        var ranked = rank(info, query, found, true), isLoose = false;
        if (!ranked.numbers.length || ranked.isPartial) {
          var loose = rank(info, query, found, false);
          if (loose.numbers.length && (!loose.isPartial || !ranked.numbers.length)) { ranked = loose; isLoose = true; }
        }
        var articles = ranked.numbers.filter(function (number) { return number < info.articles; });
        var others = ranked.numbers.filter(function (number) { return number >= info.articles; });
        return namedFirst(info, query, ranked, others).then(function (named) {
          return {
            text: text, info: info, query: query, heard: ranked.heard, isLoose: isLoose, isPartial: ranked.isPartial,
            articles: articles, others: named
          };
        });
      });
    });
  }

  /* Of what is told in every language, that of the page. */
  function own(value) { return typeof value === "string" ? value : value[Math.max(0, words().languages.indexOf(LANG))]; }

  var MOST_NAMED = 12;

  /* What the query names comes first: provinces whose whole name it holds, then what is named by just these
     words; the rest stays in its order. */
  function namedFirst(info, query, ranked, others) {
    if (!words()) return Promise.resolve(others);
    var asked = " " + query.tokens.map(function (token) { return token.bare; }).join(" ") + " ";
    var provinces = ranked.named.slice(0, MOST_NAMED);
    return describe(info, others.slice(0, MOST_NAMED).concat(provinces)).then(function (rows) {
      var places = [], exact = [];
      rows.forEach(function (row) {
        var name = " " + (row.label.match(WORD) || []).map(function (word) { return fold(key(word)); }).join(" ") + " ";
        if (row.kind === "province" && asked.indexOf(name) >= 0) places.push(row.number);
        else if (name === asked && others.indexOf(row.number) >= 0) exact.push(row.number);
      });
      var first = places.concat(exact);
      return first.concat(others.filter(function (number) { return first.indexOf(number) < 0; }));
    });
  }

  /* What a list shows of a document: {number, kind, href, label, iso, count, note, places}. */
  function describe(info, numbers) {
    return Promise.all(numbers.map(function (number) {
      return load("d/" + Math.floor(number / info.block)).then(function (rows) {
        var row = rows[number % info.block], label = own(row[2]);
        return {
          number: number, kind: info.kinds[row[0]], path: row[1], href: HOME + row[1] + "index.html", label: label,
          iso: row[3] || "", count: row[4] || 0, note: own(row[5] || ""), places: row[6] || ""
        };
      });
    }));
  }

  /* --- words on the page ------------------------------------------------------------------------------- */

  function words() { return loaded["words/" + LANG]; }
  function say(name, values) {
    return words().texts[name].replace(/\{(\w+)\}/g, function (_all, one) { return values[one]; });
  }
  function number(value) { return String(value).replace(/\B(?=(\d{3})+$)/g, words().group); }
  function date(iso) {
    var parts = iso.split("-").map(Number), forms = words().dates;
    if (!iso || iso[0] === "-" || !parts[0]) return "";
    return forms[parts.length - 1].replace(/'([^']*)'|d+|[ML]+|y+/g, function (part, plain) {
      if (plain !== undefined) return plain;
      if (part[0] === "d") return String(parts[2]).padStart(part.length, "0");
      if (part[0] === "y") return parts[0];
      return part.length > 2 ? words().months[parts[1] - 1] : String(parts[1]).padStart(part.length, "0");
    });
  }

  /* Runs of [start, end) in a line that the query means. */
  function marks(line, result) {
    var tokens = [], hits = [], match;
    WORD.lastIndex = 0;
    while ((match = WORD.exec(line))) tokens.push({ start: match.index, end: match.index + match[0].length, raw: match[0] });
    tokens.forEach(function (token, at) {
      var isLao = LAO.test(token.raw);
      var form = isLao ? token.raw : key(token.raw);
      result.query.tokens.forEach(function (asked, index) {
        if (asked.lao ? isLao && laoPairs(token.raw).indexOf(asked.form) >= 0 : !isLao && means(asked, form, result.isLoose)) {
          hits.push({ start: token.start, end: token.end, at: at, bit: 1 << index });
        }
      });
    });
    if (result.heard.length) hits = hits.concat(soundMarks(line, tokens, result));
    return { hits: hits.sort(function (one, other) { return one.start - other.start || other.end - one.end; }), tokens: tokens };
  }

  function means(asked, form, isLoose) {
    if (!isLoose) return fits(asked, form, true, asked.isOpen) > 0;
    var plain = fold(form);
    return asked.isPrefix ? plain.slice(0, asked.bare.length) === asked.bare : plain === asked.bare;
  }

  function soundMarks(line, tokens, result) {
    var hits = [];
    for (var from = 0; from < tokens.length; from++) {
      if (tokens[from].raw[0] === tokens[from].raw[0].toLowerCase() && from && line[tokens[from].start - 1] !== "-") continue;
      for (var to = from; to < Math.min(tokens.length, from + 8); to++) {
        var heard = sound(line.slice(tokens[from].start, tokens[to].end));
        if (result.heard.indexOf(heard) >= 0) {
          for (var at = from; at <= to; at++) hits.push({ start: tokens[at].start, end: tokens[at].end, at: at, bit: 1 << 30 });
        }
        if (heard.length > 40) break;
      }
    }
    return hits;
  }

  var WINDOW = 34; /* words of a snippet */

  /* The stretch of the text that says most of what was asked: {line, start, end, runs}; null where none does. */
  function snippet(text, result) {
    var best = null;
    text.split("\n").forEach(function (line, row) {
      var found = marks(line, result), hits = found.hits;
      hits.forEach(function (first, index) {
        var bits = 0, close = 0, last = null;
        for (var at = index; at < hits.length && hits[at].at - first.at < WINDOW; at++) {
          bits |= hits[at].bit;
          if (last && hits[at].at === last.at + 1 && hits[at].bit === last.bit << 1) close += 3;
          if (last && hits[at].at === last.at + 1 && hits[at].bit === 1 << 30) close += 1;
          last = hits[at];
        }
        var value = bitCount(bits) * 4 + Math.min(close, 12) - (row === 0 ? 1 : 0);
        if (!best || value > best.value) best = { value: value, line: line, first: first.at, tokens: found.tokens, hits: hits };
      });
    });
    if (!best) return null;
    var from = Math.max(0, best.first - 8), to = Math.min(best.tokens.length - 1, from + WINDOW);
    var start = from ? best.tokens[from].start : 0;
    var end = to < best.tokens.length - 1 ? best.tokens[to].end : best.line.length;
    return { line: best.line, start: start, end: end, runs: runs(best, start, end, result) };
  }

  /* Neighbouring marked words are one run; a word by itself is not marked where a run beside it has it too. */
  function runs(best, start, end, result) {
    var rows = [];
    best.hits.forEach(function (hit) {
      if (hit.start < start || hit.end > end) return;
      var last = rows[rows.length - 1];
      if (last && hit.start <= last.end) { last.end = Math.max(last.end, hit.end); last.bits |= hit.bit; return; }
      if (last && hit.at === last.at + 1) { last.end = hit.end; last.at = hit.at; last.bits |= hit.bit; return; }
      rows.push({ start: hit.start, end: hit.end, at: hit.at, bits: hit.bit });
    });
    return rows.filter(function (row) { return bitCount(row.bits) > 1 || row.bits >= 1 << 30 || !covered(rows, row); });
  }
  function covered(rows, one) {
    return rows.some(function (row) { return row !== one && bitCount(row.bits) > 1 && (row.bits & one.bits) === one.bits; });
  }

  /* The address of the very words, as a text fragment; browsers that know none open the article at its head. */
  function fragment(found) {
    var run = found.runs.reduce(function (best, row) { return !best || bitCount(row.bits) > bitCount(best.bits) ? row : best; }, null);
    if (!run) return "";
    var before = found.line.slice(0, run.start).match(/(?:\S+\s+){1,3}$/);
    function part(text) { return encodeURIComponent(text.trim()).replace(/-/g, "%2D"); }
    var glued = run.start && !/\s/.test(found.line[run.start - 1]);
    return "#:~:text=" + (before && !glued ? part(before[0]) + "-," : "") + part(found.line.slice(run.start, run.end));
  }

  function marked(node, line, from, to, rows) {
    var at = from;
    rows.forEach(function (row) {
      if (row.start < at || row.end > to) return;
      node.appendChild(document.createTextNode(line.slice(at, row.start)));
      var mark = document.createElement("mark");
      mark.textContent = line.slice(row.start, row.end);
      node.appendChild(mark);
      at = row.end;
    });
    node.appendChild(document.createTextNode(line.slice(at, to)));
  }

  function element(tag, kind, text) {
    var node = document.createElement(tag);
    if (kind) node.className = kind;
    if (text) node.textContent = text;
    return node;
  }

  borderwire.search = {
    search: search, describe: describe, load: load, meta: meta, words: words, say: say, number: number, date: date,
    marks: marks, runs: runs, snippet: snippet, fragment: fragment, marked: marked, element: element,
    postings: readPostings, home: HOME, read: read, sound: sound, key: key, fold: fold, laoPairs: laoPairs
  };
})();
