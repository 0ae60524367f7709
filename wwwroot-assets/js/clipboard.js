// The browser copies within the click itself: after a round trip to the server some no longer allow it.
export function attach(button, value, listener) {
    button.onclick = async () => listener.invokeMethodAsync('CopiedAsync', await copy(value, button));
}

/** True only when the browser has confirmed that the text is on the clipboard. */
export async function copy(text, near) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        // Refused by a policy or a missing permission, or the page came by plain HTTP; the older way may still be allowed.
        return copyBySelection(text, near);
    }
}

// The text area stands beside the button, so that a dialog's focus trap lets it be.
function copyBySelection(text, near) {
    const area = document.createElement('textarea');
    const focused = document.activeElement;
    let heard = false;
    area.value = text;
    area.readOnly = true;
    area.className = 'ac-visually-hidden';
    area.addEventListener('copy', event => {
        event.clipboardData.setData('text/plain', text);
        event.preventDefault();
        heard = true;
    });
    near.after(area);
    try {
        area.select();
        return document.execCommand('copy') && heard;
    } finally {
        area.remove();
        focused?.focus();
    }
}
