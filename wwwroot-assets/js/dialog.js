// Focus for modal dialogs: moved in at once, kept in, given back to the opener. The library moves it after half a second, traps Tab
// in the topmost dialog only, and forgets the opener of a second dialog.
const stack = [];
const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]), [contenteditable]';

export function open(id, frame, listener) {
    const wrapper = frame.closest('.rz-dialog-wrapper');
    const dialog = frame.closest('.rz-dialog');
    dialog.tabIndex = -1;
    if (stack.length === 0) {
        const root = document.documentElement;
        root.style.setProperty('--scrollbar', `${innerWidth - root.clientWidth}px`);
    }

    stack.push({ id, wrapper, dialog, listener, opener: document.activeElement });
    rest();
    (frame.querySelector('[autofocus]:not([disabled])') ?? firstInput(frame) ?? dialog).focus();
    if (stack.length === 1) {
        document.addEventListener('keydown', onKeyDown);
        document.documentElement.classList.add('ac-modal-open');
    }
}

export function close(id) {
    const index = stack.findIndex(entry => entry.id === id);
    if (index < 0) {
        return;
    }

    const [closed] = stack.splice(index, 1);
    rest();
    if (index < stack.length) {
        // Closed from below a dialog that it opened: that one will return the focus in its place.
        stack[index].opener = closed.opener;
        return;
    }

    if (stack.length === 0) {
        document.removeEventListener('keydown', onKeyDown);
        document.documentElement.classList.remove('ac-modal-open');
    }

    // The opener may be gone, for example a row that was deleted: then the place where its page begins.
    const back = closed.opener?.isConnected && closed.opener !== document.body ? closed.opener : stack.at(-1)?.dialog ?? document.querySelector('main h1, main');
    back?.focus();
}

// Everything but the topmost dialog rests: neither Tab nor a screen reader finds it.
function rest() {
    const shell = document.querySelector('[data-shell]');
    if (shell) {
        shell.inert = stack.length > 0;
    }

    stack.forEach((entry, index) => { entry.wrapper.inert = index < stack.length - 1; });
}

function firstInput(frame) {
    return [...frame.querySelectorAll('input, select, textarea')].find(input => !input.disabled && !input.readOnly && input.offsetParent);
}

function onKeyDown(event) {
    const top = stack.at(-1);
    if (event.key === 'Escape' && !event.defaultPrevented) {
        event.preventDefault();
        top.listener.invokeMethodAsync('EscapeAsync');
    } else if (event.key === 'Tab') {
        const stops = [...top.dialog.querySelectorAll(focusable)].filter(element => !element.disabled && element.offsetParent && element.tabIndex >= 0);
        const edge = event.shiftKey ? stops[0] : stops.at(-1);
        const lost = !top.dialog.contains(document.activeElement);
        if (lost || document.activeElement === edge || document.activeElement === top.dialog && event.shiftKey) {
            event.preventDefault();
            (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
        }
    }
}
