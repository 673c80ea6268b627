// As little as it takes: fetches the page again after each step, keeps the place, and passes keys on.
(function () {
  "use strict";
  var root = document.documentElement;
  var sides = {}; // which side of a card is up, by the card's key
  var busy = Promise.resolve(); // steps are done one after the other, however fast the keys come

  function one(selector, within) { return (within || document).querySelector(selector); }
  function all(selector, within) { return Array.from((within || document).querySelectorAll(selector)); }
  function chosen() { return one("article.chosen") || one("article.shown"); }
  function here() { return one("#state").dataset.here; }
  function dark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  // The cards' frames: each shows a side, in light or dark.
  function paint(article) {
    var frame = one("iframe", article), side = sides[article.dataset.card] || 0;
    var address = frame.dataset.src + "&side=" + side + "&dark=" + (dark() ? 1 : 0);
    // Another address given to a frame that still waits to be loaded may be lost.
    if (article.classList.contains("chosen")) frame.loading = "eager";
    if (frame.getAttribute("src") !== address) frame.setAttribute("src", address);
    one(".face", article).textContent = (side > 1 ? "reversed " : "") + (side % 2 ? "back" : "front");
    one(".back", article).hidden = side % 2 === 0;
    article.classList.toggle("flipped", side % 2 === 1);
  }
  function paintAll() { all("article.shown").forEach(paint); }
  function flip(article) {
    var key = article.dataset.card;
    sides[key] = ((sides[key] || 0) + 1) % Number(article.dataset.sides);
    paint(article);
  }
  addEventListener("message", function (event) {
    var article = all("article.shown").find(function (each) { return one("iframe", each).contentWindow === event.source; });
    if (!article || typeof event.data !== "object" || event.data === null) return;
    if (typeof event.data.height === "number") {
      one("iframe", article).height = Math.min(Math.max(Math.ceil(event.data.height), 60), 4000);
    } else if (event.data.hover === true) {
      light(article);
    } else if ("click" in event.data) {
      window.focus();
      choose(article);
      article.focus({ preventScroll: true });
      if (event.data.click === true) flip(article);
    }
  });

  // Which part of the post is the answer: that of the card under the mouse, else of the chosen one.
  function light(article) {
    all(".post.lit").forEach(function (post) { post.classList.remove("lit"); });
    var shown = article || chosen();
    if (!shown) return;
    var said = one('.said[data-card="' + shown.dataset.card + '"]');
    if (!said) return;
    all(".said[data-card]", said.parentNode).forEach(function (each) { each.hidden = each !== said; });
    if (article) said.closest(".post").classList.add("lit");
  }
  function choose(article) {
    if (article === one("article.chosen")) return;
    all("article.chosen").forEach(function (each) { each.classList.remove("chosen"); each.removeAttribute("aria-current"); });
    article.classList.add("chosen");
    article.setAttribute("aria-current", "true");
    one("#state").dataset.here = article.dataset.here;
    go(article.dataset.here);
  }

  // Said over the page, and gone when it has been there for long enough to be read.
  var fading;
  function say(text) {
    var said = one("#said");
    clearTimeout(fading);
    said.classList.remove("gone");
    said.textContent = text;
    fading = setTimeout(function () { said.classList.add("gone"); }, 5000 + 100 * text.length);
  }

  // What is being written must outlive the page it is written on.
  function drafts() {
    return all("form[data-draft]").filter(function (form) {
      return !form.hidden && (!form.closest("details") || form.closest("details").open);
    }).map(function (form) {
      var at = form.contains(document.activeElement) ? document.activeElement : null;
      return {
        draft: form.dataset.draft,
        values: ["question", "answer", "hint"].map(function (name) { return form.elements[name].value; }),
        focus: at && at.name, selection: at && "selectionStart" in at ? [at.selectionStart, at.selectionEnd] : null
      };
    });
  }
  function restore(kept) {
    kept.forEach(function (each) {
      var form = one('form[data-draft="' + each.draft + '"]');
      if (!form) return;
      form.hidden = false;
      if (form.closest("details")) form.closest("details").open = true;
      ["question", "answer", "hint"].forEach(function (name, n) { form.elements[name].value = each.values[n]; });
      var field = each.focus && form.elements[each.focus];
      if (field && field.focus) {
        field.focus({ preventScroll: true });
        if (each.selection && field.setSelectionRange) field.setSelectionRange(each.selection[0], each.selection[1]);
      }
    });
  }

  function put(text, address, keepDrafts) {
    var next = new DOMParser().parseFromString(text, "text/html");
    if (!one("#state", next)) { location.reload(); return; }
    var kept = keepDrafts ? drafts() : [], before = chosen() && chosen().dataset.card;
    var inList = one("#list").contains(document.activeElement) && document.activeElement.getAttribute("href");
    var onTool = one("#state").contains(document.activeElement) && document.activeElement.dataset.key;
    ["state", "problem", "list"].forEach(function (id) { swap(one("#" + id), one("#" + id, next)); });
    putCards(one("#cards"), one("#cards", next));
    var said = one("#said", next).textContent;
    if (said || !keepDrafts) say(said);
    if (one("#report pre", next)) { swap(one("#report"), one("#report", next)); if (!one("#report").open) one("#report").showModal(); }
    putFilters(one("#filters"), one("#filters", next));
    document.title = next.title;
    history.replaceState(null, "", address);
    var now = chosen() && chosen().dataset.card;
    if (now !== before && now) sides[now] = 0;
    paintAll();
    light();
    restore(kept);
    seek();
    if (now !== before && chosen()) chosen().scrollIntoView({ block: "nearest" });
    if (inList) focusOn(one('#list a[href="' + CSS.escape(inList).replace(/\\/g, "\\\\") + '"]') || one("#list [aria-current]"));
    else if (onTool) focusOn(one('#state [data-key="' + onTool + '"]'));
    else if (document.activeElement === document.body && chosen()) chosen().focus({ preventScroll: true });
  }
  // On a phone the list is below the cards, and showing its post would take the card away.
  function seek() {
    var place = one(".post.here");
    if (place && !matchMedia("(max-width: 50rem)").matches) place.scrollIntoView({ block: "nearest" });
  }
  function focusOn(element) { if (element) element.focus({ preventScroll: true }); }
  function swap(old, next) {
    if (old.innerHTML !== next.innerHTML) old.replaceChildren.apply(old, Array.from(next.childNodes));
    Array.from(next.attributes).forEach(function (each) { old.setAttribute(each.name, each.value); });
  }
  function names(within) {
    return all("article.shown", within).map(function (each) { return each.id + one("iframe", each).dataset.src; }).join(" ");
  }
  // A frame that is put elsewhere loads again and flickers, so articles that stay are mended where they are.
  function putCards(old, next) {
    if (names(old) !== names(next) || !names(old)) { swap(old, next); return; }
    all("article.shown", next).forEach(function (fresh) {
      var article = one("#" + CSS.escape(fresh.id), old);
      ["class", "aria-label", "data-sides", "data-here"].forEach(function (name) { article.setAttribute(name, fresh.getAttribute(name)); });
      if (fresh.hasAttribute("aria-current")) article.setAttribute("aria-current", "true"); else article.removeAttribute("aria-current");
      var stage = one(".stage", article);
      Array.from(article.childNodes).forEach(function (each) { if (each !== stage) each.remove(); });
      var parts = Array.from(fresh.childNodes), at = parts.indexOf(one(".stage", fresh));
      article.prepend.apply(article, parts.slice(0, at));
      article.append.apply(article, parts.slice(at + 1));
    });
    ["nav.steps", "details.make"].forEach(function (part) { one(part, old).replaceWith(one(part, next)); });
  }
  // The search keeps its cursor while its results come in.
  function putFilters(old, next) {
    if (old.contains(document.activeElement)) {
      all("select", old).forEach(function (select, n) { if (select !== document.activeElement) putSelect(select, all("select", next)[n]); });
      return;
    }
    var wanted = one("[type=search]", next).getAttribute("value");
    var values = all("select", next).map(function (select) { return select.value; });
    swap(old, next);
    all("select", old).forEach(function (select, n) { select.value = values[n]; });
    one("[type=search]", old).value = wanted;
  }
  // What somebody chose is not in the HTML, so the same HTML may still show something else.
  function putSelect(old, next) {
    var value = next.value;
    swap(old, next);
    old.value = value;
  }

  function step(work) { busy = busy.then(work).catch(function (problem) { console.error(problem); say("make-deck does not answer. Is it still running?"); }); return busy; }
  function plain(address) {
    var url = new URL(address, location.href);
    url.searchParams.delete("said");
    return url.pathname + url.search;
  }
  function show(answer, keepDrafts) {
    return answer.text().then(function (text) { put(text, plain(answer.url), keepDrafts); });
  }
  function goNow(address) {
    return fetch(address || "?").then(function (answer) { return show(answer, true); });
  }
  function sendNow(form) {
    var body = new URLSearchParams(new FormData(form));
    return fetch(form.action, { method: "POST", body: body }).then(function (answer) { return show(answer, false); });
  }
  // Steps of the user's, as against news from the disk.
  var moving = 0;
  function move(work) {
    moving += 1;
    return step(work).finally(function () { moving -= 1; });
  }
  function go(address) { return move(function () { return goNow(address); }); }
  function send(form) { return move(function () { return sendNow(form); }); }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method === "dialog") return;
    event.preventDefault();
    if (form.id === "filters") filter(); else send(form);
  });
  function filter() {
    var given = new URLSearchParams(new FormData(one("#filters")));
    Array.from(given.keys()).forEach(function (name) { if (!given.get(name) || (name === "show" && given.get(name) === "all")) given.delete(name); });
    go("?" + given);
  }
  var waiting;
  ["input", "change"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      if (!event.target.closest("#filters")) return;
      clearTimeout(waiting);
      waiting = setTimeout(filter, event.target.name === "q" ? 150 : 20);
    });
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='?']");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      go(link.getAttribute("href"));
      if (link.matches(".choose, .whole a") && matchMedia("(max-width: 50rem)").matches) one("#cards").scrollIntoView();
      return;
    }
    var button = event.target.closest("button[data-do]");
    if (button) act(button.dataset.do, button.closest("article"));
    else if (event.target.closest("article.shown") && !event.target.closest("button, a, form, summary")) choose(event.target.closest("article.shown"));
  });
  // Of long notes a talk's posts come when it is opened. The event does not bubble.
  document.addEventListener("toggle", function (event) {
    var talk = event.target;
    if (talk.open && talk.dataset && talk.dataset.later) go(talk.dataset.later);
  }, true);
  document.addEventListener("mouseover", function (event) { light(event.target.closest("article.shown")); });

  function remember(name, value) {
    document.cookie = name + "=" + value + "; path=" + location.pathname + "; samesite=strict";
    root.dataset[name] = value;
  }
  function act(what, article) {
    article = article || chosen();
    if (what === "help") one("#help").showModal();
    else if (what === "theme") { remember("theme", dark() ? "light" : "dark"); paintAll(); }
    else if (what === "width") {
      remember("width", root.dataset.width === "phone" ? "desktop" : "phone");
      one("[data-do=width]").setAttribute("aria-pressed", String(root.dataset.width === "phone"));
    } else if (article && what === "flip") flip(article);
    else if (article && (what === "edit" || what === "hint")) open(one("form.edit", article), what === "hint" ? "hint" : "question");
  }
  function open(form, field) {
    form.hidden = false;
    form.elements[field].focus();
    form.elements[field].select();
  }
  function leave(form) {
    form.reset();
    if (form.classList.contains("edit")) form.hidden = true;
    else form.closest("details").open = false;
    focusOn(chosen() || one("#cards"));
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || one("dialog[open]")) return;
    var at = event.target, form = at.closest("form[data-draft]");
    if (at.matches("textarea, input, select")) {
      if (event.key === "Escape" && form) { event.preventDefault(); leave(form); }
      else if (event.key === "Escape") { if (at.name === "q") { at.value = ""; filter(); } at.blur(); }
      else if (event.key === "Enter" && !event.shiftKey && form && !at.matches("[type=radio]")) { event.preventDefault(); form.requestSubmit(); }
      else if (event.key === "Enter" && at.name === "q") { event.preventDefault(); at.blur(); filter(); }
      // Letters in a list of choices are still keys of the page.
      if (!at.matches("select") || !/^[a-zA-Z/?]$/.test(event.key)) return;
    }
    if (at.matches("button, summary") && event.key === " " || at.matches("button, summary, a") && event.key === "Enter") return;
    if (event.key === "/") { event.preventDefault(); one("[type=search]").focus(); one("[type=search]").select(); return; }
    if (event.key === "Escape" && one("form.edit:not([hidden])")) { leave(one("form.edit:not([hidden])")); return; }
    var key = event.key === "Enter" ? " " : event.key;
    if (key.length !== 1) return;
    if (event.key !== " " && /^[jkJK]$/.test(key) === false && event.repeat) return;
    // Looked up when its turn comes: the card may be another one by then.
    if (all("[data-key]").some(function (each) { return each.dataset.key === key; })) {
      event.preventDefault();
      if (opening) return;
      if (!moving) { press(key); return; }
      opening = /[ehn]/.test(key);
      move(function () { opening = false; return press(key); });
    }
  });
  // Keys that write open their form at once; while a step is under way what is typed for it must not act as keys.
  var opening = false;
  function press(key) {
    var target = (chosen() && one('[data-key="' + key + '"]', chosen())) || one('[data-key="' + key + '"]:not(article *)');
    if (!target) return undefined;
    if (target.matches("summary")) {
      var details = target.closest("details");
      details.open = true;
      one("textarea", details).focus();
    } else if (target.matches("button[data-do]")) act(target.dataset.do, target.closest("article"));
    else if (target.matches("button")) return moving ? sendNow(target.form) : send(target.form);
    else if (target.getAttribute("href")) return moving ? goNow(target.getAttribute("href")) : go(target.getAttribute("href"));
    return undefined;
  }

  // News from the disk: the same page again, at the same place.
  var news = new EventSource("events");
  news.onmessage = function (event) {
    step(function () {
      return event.data === one("#state").dataset.version ? undefined : goNow(here());
    });
  };
  news.onerror = function () { root.classList.add("alone"); };
  news.onopen = function () { root.classList.remove("alone"); };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paintAll);
  paintAll();
  light();
  seek();
})();
