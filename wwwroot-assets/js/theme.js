// The server writes the choice into the document, so that the first paint has it.
const root = document.documentElement;

function mark() {
    for (const choice of document.querySelectorAll('[data-theme-choice]')) {
        choice.ariaPressed = String(choice.dataset.themeChoice === (root.dataset.theme ?? 'system'));
    }
}

document.addEventListener('click', event => {
    const theme = event.target.closest?.('[data-theme-choice]')?.dataset.themeChoice;
    if (theme) {
        root.dataset.theme = theme;
        document.cookie = `console-theme=${theme}; path=/; max-age=31536000; samesite=strict`;
        mark();
    }
});

// The focus enters a menu when it opens, and Blazor may have rendered the menu anew since.
document.addEventListener('focusin', mark);
document.addEventListener('toggle', mark, true);
