import { copy } from './clipboard.js';
import { save } from './download.js';

// A secret just issued lives here, in a variable of this module, and in the input's value while it is shown: not in markup, storage or
// the address. The server has forgotten it.
const held = new Map();

export function hold(id, root, secret, idleLimit, listener) {
    const input = root.querySelector('[data-secret]');
    const entry = { input, mask: input.value, secret, listener, idleLimit };
    const touch = () => rest(id, entry);
    const onCopy = () => held.has(id) && copyNow(id, entry);
    root.addEventListener('pointerdown', touch);
    root.addEventListener('keydown', touch);
    root.querySelector('[data-secret-copy]').addEventListener('click', onCopy);
    held.set(id, entry);
    rest(id, entry);
}

export function show(id, shown) {
    const entry = held.get(id);
    if (entry) {
        entry.input.value = shown ? entry.secret : entry.mask;
        if (shown) {
            entry.input.focus();
            entry.input.select();
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
        entry.input.value = '';
        entry.secret = '';
        held.delete(id);
    }
}

// The browser copies within the click itself: after a round trip to the server some no longer allow it.
async function copyNow(id, entry) {
    const reached = await copy(entry.secret, entry.input);
    if (!reached) {
        show(id, true);
    }

    await entry.listener.invokeMethodAsync('Copied', reached);
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
