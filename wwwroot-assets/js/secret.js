import { copy } from './clipboard.js';
import { save } from './download.js';

// A secret just issued lives here, in a variable of this module, and in the field's value while it is shown: not in markup, storage or
// the address. The server has forgotten it.
const held = new Map();

export function hold(id, root, secret, idleLimit, listener) {
    const field = root.querySelector('[data-secret]');
    const entry = { field, mask: field.value, secret, listener, idleLimit };
    const touch = () => rest(id, entry);
    root.addEventListener('pointerdown', touch);
    root.addEventListener('keydown', touch);
    root.addEventListener('click', event => held.has(id) && copyAsked(id, entry, event.target));
    field.addEventListener('focus', () => field.select());
    field.addEventListener('copy', event => held.has(id) && copiedByHand(entry, event));
    held.set(id, entry);
    rest(id, entry);
}

export function show(id, shown) {
    const entry = held.get(id);
    if (entry) {
        entry.field.value = shown ? entry.secret : entry.mask;
        if (shown) {
            entry.field.focus();
            entry.field.select();
        }
    }
}

export function download(id, fileName, variable) {
    const entry = held.get(id);
    if (entry) {
        save(fileName, `${variable}=${entry.secret}\n`, 'text/plain');
    }
}

export function forget(id) {
    const entry = held.get(id);
    if (entry) {
        clearTimeout(entry.timer);
        entry.field.value = '';
        entry.secret = '';
        held.delete(id);
    }
}

// The browser copies within the click itself: after a round trip to the server some no longer allow it.
async function copyAsked(id, entry, target) {
    const snippet = target.closest('[data-secret-snippet]');
    if (snippet) {
        const text = snippet.closest('figure').querySelector('pre').textContent.replaceAll(entry.mask, entry.secret);
        await entry.listener.invokeMethodAsync('SnippetCopied', await copy(text, snippet));
    } else if (target.closest('[data-secret-copy]')) {
        const reached = await copy(entry.secret, entry.field);
        if (!reached) {
            show(id, true);
        }

        await entry.listener.invokeMethodAsync('Copied', reached);
    }
}

// Also where the mask is shown: whoever copies the field means the secret, and all of it.
function copiedByHand(entry, event) {
    event.clipboardData.setData('text/plain', entry.secret);
    event.preventDefault();
    entry.listener.invokeMethodAsync('Copied', true);
}

// Left alone for too long, somebody else may be looking at the screen. The clock runs here: it must not need a connection.
function rest(id, entry) {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
        if (held.has(id)) {
            forget(id);
            entry.listener.invokeMethodAsync('Forgotten');
        }
    }, entry.idleLimit);
}

// A page in the back/forward cache would keep its variables.
addEventListener('pagehide', () => [...held.keys()].forEach(forget));
