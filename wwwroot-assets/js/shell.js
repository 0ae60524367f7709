// Everything here is delegated from the document, so that it works on static pages and survives Blazor's rendering.
import { watchMenus } from './menus.js';
import { watchPasswords } from './passwords.js';

function drawer(open) {
    const shell = document.querySelector('[data-shell]');
    const button = document.querySelector('[data-drawer-open]');
    if (!shell || !button || shell.classList.contains('ac-drawer-shown') === open) {
        return;
    }

    shell.classList.toggle('ac-drawer-shown', open);
    button.setAttribute('aria-expanded', String(open));
    const navigation = document.querySelector('[data-drawer]');
    (open ? navigation.querySelector('a') : button).focus();
}

document.addEventListener('click', event => {
    const target = event.target.closest?.('[data-drawer-open], [data-drawer-close], [data-skip], [data-reload], [data-reconnect]');
    if (!target) {
        return;
    }

    if ('drawerOpen' in target.dataset) {
        drawer(!document.querySelector('[data-shell]').classList.contains('ac-drawer-shown'));
    } else if ('drawerClose' in target.dataset) {
        drawer(false);
    } else if ('skip' in target.dataset) {
        // With <base href="/"> a plain "#main" would lead to the start page.
        event.preventDefault();
        event.stopPropagation();
        document.getElementById('main')?.focus();
    } else if ('reload' in target.dataset) {
        location.reload();
    } else {
        reconnect();
    }
}, true);

document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
        drawer(false);
    }
});

async function reconnect() {
    const modal = document.getElementById('components-reconnect-modal');
    modal.className = 'ac-reconnect components-reconnect-show';
    try {
        if (!await Blazor.reconnect()) {
            modal.className = 'ac-reconnect components-reconnect-rejected';
        }
    } catch {
        modal.className = 'ac-reconnect components-reconnect-failed';
    }
}

watchMenus();
watchPasswords();
