import { copy } from './clipboard.js';

// The secret just issued lives here, in a variable of this module, and in the field's value while it is shown: not in markup, storage
// or the address. The server has forgotten it.
let held = null;

export function hold(root, secret, idleLimit, listener) {
    const field = root.querySelector('[data-secret]');
    held = { field, mask: field.value, secret, idleLimit, listener };
    rest();
    root.addEventListener('pointerdown', rest);
    root.addEventListener('keydown', rest);
    root.addEventListener('click', event => copyAsked(event.target));
    field.addEventListener('focus', () => field.select());
    field.addEventListener('copy', copiedByHand);
}

export function show(shown) {
    if (held) {
        held.field.value = shown ? held.secret : held.mask;
        if (shown) {
            held.field.focus();
        }
    }
}

// The text becomes a file in the browser alone: no copy of it, and no address for it, exists on the server.
export function download(fileName, variable) {
    if (held) {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([`${variable}=${held.secret}\n`], { type: 'text/plain' }));
        link.download = fileName;
        link.click();
        // Some browsers read the blob after the click has returned.
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }
}

export function forget() {
    if (held) {
        clearTimeout(held.timer);
        held.field.value = '';
        held = null;
    }
}

async function copyAsked(target) {
    const { field, mask, secret, listener } = held ?? {};
    const snippet = target.closest('[data-secret-snippet]');
    if (secret && snippet) {
        const text = snippet.closest('figure').querySelector('pre').textContent.replaceAll(mask, secret);
        await listener.invokeMethodAsync('SnippetCopied', await copy(text, snippet));
    } else if (secret && target.closest('[data-secret-copy]')) {
        const reached = await copy(secret, field);
        if (!reached) {
            show(true);
        }

        await listener.invokeMethodAsync('Copied', reached);
    }
}

// Also where the mask is shown: whoever copies the field means the secret, and all of it.
function copiedByHand(event) {
    if (held) {
        event.clipboardData.setData('text/plain', held.secret);
        event.preventDefault();
        held.listener.invokeMethodAsync('Copied', true);
    }
}

// Left alone for too long, somebody else may be looking at the screen. The clock runs here: it must not need a connection.
function rest() {
    if (held) {
        const { listener, idleLimit } = held;
        clearTimeout(held.timer);
        held.timer = setTimeout(() => {
            forget();
            listener.invokeMethodAsync('Forgotten');
        }, idleLimit);
    }
}

// A page in the back/forward cache would keep its variables.
addEventListener('pagehide', forget);
