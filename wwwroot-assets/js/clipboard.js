// Values wait here, not in the page's markup, where any extension could read them.
const attached = new Map();

export function attach(id, button, value, listener) {
    detach(id);
    const onClick = async () => listener.invokeMethodAsync('CopiedAsync', await copy(value, button));
    button.addEventListener('click', onClick);
    attached.set(id, () => button.removeEventListener('click', onClick));
}

export function detach(id) {
    attached.get(id)?.();
    attached.delete(id);
}

/** True only when the browser has confirmed that the text is on the clipboard. */
export async function copy(text, near) {
    if (navigator.clipboard && window.isSecureContext) {
        try {
            await navigator.clipboard.writeText(text);
            return true;
        } catch {
            // Refused by a policy or a missing permission; the older way may still be allowed.
        }
    }

    return copyBySelection(text, near);
}

// Plain HTTP has no navigator.clipboard. The text area stands beside the button, so that a dialog's focus trap lets it be.
function copyBySelection(text, near) {
    const area = document.createElement('textarea');
    area.value = text;
    area.readOnly = true;
    area.className = 'ac-visually-hidden';
    (near?.parentElement ?? document.body).append(area);
    let heard = false;
    const onCopy = event => {
        event.clipboardData.setData('text/plain', text);
        event.preventDefault();
        heard = true;
    };
    area.addEventListener('copy', onCopy);
    const focused = document.activeElement;
    try {
        area.select();
        return document.execCommand('copy') && heard;
    } catch {
        return false;
    } finally {
        area.value = '';
        area.remove();
        focused?.focus();
    }
}
