// A menu is a <details data-menu>: the browser opens it; here it closes on Escape, on a click elsewhere and after a choice.
export function watchMenus() {
    document.addEventListener('click', event => {
        for (const menu of document.querySelectorAll('details[data-menu][open]')) {
            const inside = menu.contains(event.target);
            if (!inside || event.target.closest('.ac-menu-item')) {
                menu.open = false;
            }
        }
    });

    document.addEventListener('keydown', event => {
        const menu = event.target.closest?.('details[data-menu][open]');
        if (!menu) {
            return;
        }

        if (event.key === 'Escape') {
            menu.open = false;
            menu.querySelector('summary').focus();
            // Escape closes one thing at a time: a dialog around this menu stays.
            event.stopPropagation();
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            step(menu, event.key === 'ArrowDown' ? 1 : -1);
            event.preventDefault();
        }
    }, true);

    document.addEventListener('toggle', event => {
        if (event.target.matches?.('details[data-menu][open]')) {
            keepInView(event.target.querySelector('.ac-menu-panel'));
        }
    }, true);

    document.addEventListener('focusout', event => {
        const menu = event.target.closest?.('details[data-menu][open]');
        if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) {
            menu.open = false;
        }
    });
}

function step(menu, by) {
    const items = [...menu.querySelectorAll('summary, .ac-menu-panel :is(a, button, input):not([disabled])')];
    items[(items.indexOf(document.activeElement) + by + items.length) % items.length]?.focus();
}

// A menu near the edge of a narrow screen, or of a row that wrapped, would open beyond it.
function keepInView(panel) {
    const margin = 8;
    panel.style.translate = '';
    const { left, right } = panel.getBoundingClientRect();
    const beyond = Math.max(0, right - (document.documentElement.clientWidth - margin));
    const shift = beyond > 0 ? -Math.min(beyond, left - margin) : Math.max(0, margin - left);
    panel.style.translate = shift === 0 ? '' : `${shift}px 0`;
}
