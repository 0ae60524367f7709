// The list of keys: one listener for all rows, because a handler in each cell would be most of what the page sends.
const steps = { ArrowDown: 1, ArrowUp: -1 };

// The list that was left last, and how far it was scrolled.
let left;

export function attach(root, list) {
    root.addEventListener('click', event => {
        const link = linkOf(event.target);
        if (event.target.closest('td button')) {
            openMenu(root, list, link, event.target);
        } else if (link) {
            left = { address: location.href, place: scrollY };
            if (!event.target.closest('a') && getSelection().isCollapsed) {
                link.dispatchEvent(new MouseEvent('click', event));
            }
        }
    });

    // The middle button opens a link beside this page; a row is one.
    root.addEventListener('auxclick', event => {
        const link = linkOf(event.target);
        if (link && event.button === 1 && !event.target.closest('a, button')) {
            open(link.href, '_blank', 'noopener');
        }
    });

    root.addEventListener('mouseover', event => {
        const cell = event.target.closest('tbody :is(td, th)');
        if (cell) {
            cell.title = titleOf(cell);
        }
    });

    root.addEventListener('keydown', event => {
        const items = [...event.target.closest('[role=menu]')?.children ?? []];
        if (steps[event.key] && items.length) {
            items.at((items.indexOf(event.target) + steps[event.key]) % items.length).focus();
            event.preventDefault();
        }
    });

    document.addEventListener('visibilitychange', function refresh() {
        if (!root.isConnected) {
            document.removeEventListener('visibilitychange', refresh);
        } else if (!document.hidden) {
            list.invokeMethodAsync('RefreshAsync');
        }
    });

    if (left?.address === location.href) {
        scrollTo(0, left.place);
    }

    left = null;
}

const linkOf = target => target.closest('tbody tr')?.querySelector('th a');

async function openMenu(root, list, link, button) {
    await list.invokeMethodAsync('ChooseAsync', link.pathname.split('/').pop());
    const menu = root.querySelector('[role=menu]');
    menu.showPopover({ source: button });
    menu.firstElementChild?.focus();
}

// The whole moment; else the text, if it is cut.
function titleOf(cell) {
    const time = cell.querySelector('time');
    return time ? new Date(time.dateTime).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' })
        : [cell, ...cell.children].some(part => part.scrollWidth > part.clientWidth) ? cell.innerText.trim() : '';
}
