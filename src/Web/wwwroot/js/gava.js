// Small comforts. Every page works the same without this file.

// What is typed in one form and not yet sent comes along when another on the page is: <form data-carry>.
addEventListener("submit", event => {
  const form = event.target;
  for (const other of document.querySelectorAll("form[data-carry]")) {
    if (other === form || form.method !== "post" || ![...other.elements].some(e => e.defaultValue !== undefined && e.value !== e.defaultValue)) continue;
    for (const [name, value] of new FormData(other)) {
      if (form.elements[name]) continue;   // its own say what it does
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
  }
});

// Large files take their time: <form data-progress="Filerna skickas: {0} %"> tells how far they have come, for the eye and, now and then, for the ear.
// Nothing is declared outside the functions of this file: the answer to such a form is written into the same window, where this is read anew.
addEventListener("submit", event => {
  const form = event.target;
  const worthTelling = 1024 * 1024;
  if (!form.dataset.progress || event.submitter?.name) return;   // a button with a name, such as another language, sends nothing in
  const files = [...form.querySelectorAll("input[type=file]")].flatMap(input => [...input.files]);
  if (files.reduce((sum, file) => sum + file.size, 0) < worthTelling) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "true";
  event.submitter?.setAttribute("data-pending", "");
  const sentence = percent => form.dataset.progress.replace("{0}", percent);
  const bar = Object.assign(document.createElement("progress"), { max: 100, value: 0, ariaLabel: sentence("").trim() });
  const told = Object.assign(document.createElement("p"), { role: "status", textContent: sentence(0) });
  const place = document.createElement("div");
  place.className = "upload";
  place.append(told, bar);
  form.append(place);
  told.scrollIntoView({ block: "nearest" });

  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.responseType = "text";
  let last = 0;
  request.upload.addEventListener("progress", progress => {
    const percent = Math.floor(100 * progress.loaded / progress.total);
    bar.value = percent;
    if (percent - last < 25) return;
    last = percent - percent % 25;
    told.textContent = sentence(last);
  });
  request.addEventListener("load", () => {
    document.open();
    document.write(request.responseText);
    document.close();
    scrollTo(0, 0);
  });
  request.addEventListener("error", () => {
    // Let the browser try by itself, and say in its own words what is wrong.
    place.remove();
    form.submit();
  });
  const content = new FormData(form, event.submitter);
  request.send(content);
});

// A form that has been sent is not sent twice; coming back by the back button wakes it up again.
addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "true";
  event.submitter?.setAttribute("data-pending", "");
  setTimeout(wake, 8000);   // the answer may have been a file, and the page still here
});
addEventListener("pageshow", wake);

function wake() {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("[data-pending]")) button.removeAttribute("data-pending");
}

// Personal data is shown while one types: <textarea data-mask-preview="address" data-mask-output="id">.
for (const area of document.querySelectorAll("textarea[data-mask-preview]")) {
  const output = document.getElementById(area.dataset.maskOutput);
  if (!output || !area.dataset.maskPreview) continue;
  let wait, asked;

  const preview = async () => {
    asked?.abort();
    asked = new AbortController();
    const body = new FormData();
    body.set("text", area.value);
    const token = area.form?.elements["__RequestVerificationToken"];
    if (token) body.set(token.name, token.value);
    try {
      const answer = await fetch(area.dataset.maskPreview, { method: "POST", body, signal: asked.signal });
      if (answer.ok && !answer.redirected) output.innerHTML = await answer.text();
    } catch {
      // No preview now; the next page shows the findings all the same.
    }
  };

  area.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(preview, 400);
  });
  if (area.value.trim()) preview();
}

// What is to be masked is chosen in the text itself: a click on a mark takes it off or puts it back, words that are marked
// up can be added, and everything can be undone. The checkboxes and the field below do the same without this.
for (const also of document.querySelectorAll("[data-mask-also]")) {
  const form = also.form;
  const tools = form.querySelector("[data-mask-tools]");
  const texts = [...form.querySelectorAll("[data-mask-text]")];
  if (!tools || texts.length === 0) continue;
  const add = tools.querySelector("[data-mask-add]");
  const undo = tools.querySelector("[data-mask-undo]");
  const told = tools.querySelector("[data-mask-told]");
  const undone = [];
  tools.hidden = false;
  for (const words of form.querySelectorAll("[data-with-script]")) words.hidden = false;

  const marksOf = group => form.querySelectorAll(`mark[data-group="${group}"]`);
  const show = box => {
    for (const mark of marksOf(box.dataset.group)) mark.toggleAttribute("data-off", !box.checked);
  };
  const did = (sentence, back) => {
    undone.push(back);
    undo.hidden = false;
    told.textContent = sentence;
  };
  const toggle = box => {
    box.checked = !box.checked;
    show(box);
  };
  const setAlso = value => {
    also.value = value;
    showAdded();
  };

  for (const box of form.querySelectorAll("input[data-group]")) {
    show(box);
    box.addEventListener("change", () => {
      show(box);
      did(box.checked ? "Döljs." : "Döljs inte.", () => toggle(box));
    });
    for (const mark of marksOf(box.dataset.group)) {
      mark.addEventListener("click", () => {
        if (!getSelection().isCollapsed) return;
        toggle(box);
        did(box.checked ? "Döljs." : "Döljs inte.", () => toggle(box));
      });
    }
  }

  // The words that were added are marked where they stand, by the browser's own highlights where it has them.
  const showAdded = () => {
    if (!CSS.highlights) return;
    const ranges = [];
    for (const word of also.value.split(/[,;\n]/).map(w => w.trim()).filter(w => w.length > 1)) {
      for (const text of texts) {
        const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          const inside = node.data.toLocaleLowerCase("sv"), sought = word.toLocaleLowerCase("sv");
          for (let at = inside.indexOf(sought); at >= 0; at = inside.indexOf(sought, at + sought.length)) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + sought.length);
            ranges.push(range);
          }
        }
      }
    }
    CSS.highlights.set("added-mask", new Highlight(...ranges));
  };

  const chosen = () => {
    const selection = getSelection();
    const words = selection.toString().trim();
    const within = selection.anchorNode && texts.some(t => t.contains(selection.anchorNode) && t.contains(selection.focusNode));
    return within && words.length > 1 && words.length <= 200 && !/[,;\n]/.test(words) ? words : null;
  };
  let candidate = null;
  document.addEventListener("selectionchange", () => {
    const words = chosen();
    if (words === null && document.activeElement === add) return;
    candidate = words;
    add.hidden = words === null;
    if (words !== null) add.textContent = `Dölj ”${words}”`;
  });
  add.addEventListener("mousedown", event => event.preventDefault());   // the selection stays
  add.addEventListener("click", () => {
    if (candidate === null) return;
    const before = also.value;
    setAlso(before.trim() ? `${before.trim().replace(/,$/, "")}, ${candidate}` : candidate);
    did(`”${candidate}” döljs.`, () => setAlso(before));
    getSelection().removeAllRanges();
    add.hidden = true;
    undo.focus();
  });
  also.addEventListener("input", showAdded);
  undo.addEventListener("click", () => {
    undone.pop()?.();
    told.textContent = "Ångrat.";
    undo.hidden = undone.length === 0;
    if (undo.hidden) (form.querySelector("[autofocus]") ?? also).focus();
  });
  showAdded();

  // One key takes everything as it is proposed: Enter, while the review itself has the focus.
  const review = tools.closest("[tabindex]");
  review?.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.target === review) review.querySelector("button:not([type=button])")?.click();
  });
}
