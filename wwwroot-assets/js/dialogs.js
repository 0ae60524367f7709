// Focus of modal dialogs, kept in the browser: what lies under the topmost dialog is inert, the focus moves in at once, and it returns
// to where it was. The library does this over the circuit, loses the focus when two dialogs close together, and forgets a menu's button.
const last = new WeakMap();
const known = new WeakSet();
let shown;

function enter(layer) {
    const dialog = layer.querySelector('[role=dialog]');
    const fields = [...layer.querySelectorAll('.mud-dialog-content :is(input, select, textarea)')];
    const first = layer.querySelector(':is([autofocus], [data-autofocus]):not([disabled])')
        ?? fields.find(field => !field.disabled && !field.readOnly && field.offsetParent)
        ?? layer.querySelector('.mud-dialog-actions button:not([disabled])');

    // The library counts its X to the title, and would have the dialog called "Create key Close".
    dialog.setAttribute('aria-labelledby', dialog.querySelector('h2').id);
    dialog.tabIndex = -1;
    (first ?? dialog).focus();
}

// The opener may be gone, for example a row that was deleted: then the place where its page begins.
function giveBack(layer) {
    const opener = last.get(layer);
    (opener?.isConnected ? opener : layer.querySelector('[role=dialog], main h1, main'))?.focus();
}

// One dialog may take another's place at once: what counts is which layer is on top, not how many there are.
new MutationObserver(() => {
    const layers = [...document.querySelectorAll('[data-shell], .mud-dialog-container')];
    const top = layers.at(-1);
    if (!top || top === shown) {
        return;
    }

    shown = top;
    layers.forEach(layer => { layer.inert = layer !== top; });
    if (!known.has(top) && top.matches('.mud-dialog-container')) {
        enter(top);
    } else if (known.has(top) && !top.contains(document.activeElement)) {
        giveBack(top);
    }

    known.add(top);
}).observe(document.body, { childList: true, subtree: true });

document.addEventListener('focusin', ({ target }) => {
    const layer = target.closest('.mud-dialog-container, [data-shell]');
    if (layer) {
        last.set(layer, target);
    }
});
