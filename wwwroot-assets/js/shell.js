// Everything here is delegated from the document, so that it works on static pages and survives Blazor's rendering.
import { watchPasswords } from './passwords.js';

const reconnecting = document.getElementById('components-reconnect-modal');

document.addEventListener('click', event => {
    const target = event.target.closest?.('[data-skip], [data-reload], [data-reconnect], [popover] a');
    if (!target) {
        return;
    }

    if ('skip' in target.dataset) {
        // With <base href="/"> a plain "#main" would lead to the start page.
        event.preventDefault();
        event.stopPropagation();
        document.getElementById('main')?.focus();
    } else if ('reload' in target.dataset) {
        reload();
    } else if ('reconnect' in target.dataset) {
        reconnect();
    } else {
        document.querySelectorAll(':popover-open').forEach(open => open.hidePopover());
    }
}, true);

document.addEventListener('keydown', event => {
    const typing = event.target.closest?.('input, textarea, select, [contenteditable], [role=textbox]');
    const search = document.querySelector('[data-shell]:not([inert]) [data-top-search]');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && search) {
        event.preventDefault();
        search.focus();
    }
});

async function reconnect() {
    show('show');
    try {
        if (!await Blazor.reconnect()) {
            leave();
        }
    } catch {
        show('failed');
    }
}

function show(state) {
    reconnecting.className = `components-reconnect-${state}`;
}

// The server was restarted and knows this page no more. Where nothing would be lost, nobody needs to be asked.
function leave() {
    if (document.querySelector('[data-unsaved]')) {
        show('rejected');
    } else {
        reload();
    }
}

// A server that has just stopped would leave the browser with a page of its own.
async function reload() {
    while (!await fetch('health/live').then(() => true, () => false)) {
        show('show');
        await new Promise(passed => setTimeout(passed, 1000));
    }

    location.reload();
}

reconnecting?.addEventListener('components-reconnect-state-changed', event => {
    if (['rejected', 'resume-failed'].includes(event.detail.state)) {
        leave();
    }
});

watchPasswords();
