// Everything here is delegated from the document, so that it works on static pages and survives Blazor's rendering.
import './passwords.js';

const reconnecting = document.getElementById('components-reconnect-modal');
let left;

document.addEventListener('click', event => {
    const { dataset } = event.target.closest?.('[data-skip], [data-reload], [data-reconnect], [popover] a') ?? {};
    if (!dataset) {
        return;
    }

    if ('skip' in dataset) {
        // With <base href="/"> a plain "#main" would lead to the start page.
        event.preventDefault();
        event.stopPropagation();
        document.getElementById('main')?.focus();
    } else if ('reload' in dataset) {
        reload();
    } else if ('reconnect' in dataset) {
        reconnect();
    } else {
        document.querySelectorAll(':popover-open').forEach(open => open.hidePopover());
    }
}, true);

document.addEventListener('keydown', event => {
    const typing = event.target.closest?.('input, textarea, select');
    const search = document.querySelector('[data-shell]:not([inert]) [data-top-search]');
    if (event.key === '/' && search && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        search.focus();
    }
});

function show(state) {
    reconnecting.className = `components-reconnect-${state}`;
}

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

// The restarted server knows this page no more. Where nothing is lost, nobody is asked.
function leave() {
    if (document.querySelector('[data-unsaved]')) {
        show('rejected');
    } else {
        reload();
    }
}

// Without a server the browser shows its own page.
async function reload() {
    while (!await fetch('health/live').catch(() => null)) {
        show('show');
        await new Promise(passed => setTimeout(passed, 1000));
    }

    left = true;
    location.reload();
}

// Ahead of Blazor's own.
addEventListener('beforeunload', event => left && event.stopImmediatePropagation());

reconnecting?.addEventListener('components-reconnect-state-changed', event => {
    if (['rejected', 'resume-failed'].includes(event.detail.state)) {
        leave();
    }
});
