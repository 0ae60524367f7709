// "system" is no cookie at all: the style sheet then follows prefers-color-scheme, and no script is needed.
const cookie = 'console-theme';

function choose(theme) {
    const root = document.documentElement;
    if (theme === 'system') {
        delete root.dataset.theme;
        document.cookie = `${cookie}=; path=/; max-age=0; samesite=strict`;
    } else {
        root.dataset.theme = theme;
        document.cookie = `${cookie}=${theme}; path=/; max-age=31536000; samesite=strict`;
    }

    document.querySelector('meta[name=color-scheme]').content = theme === 'system' ? 'light dark' : theme;
}

function mark() {
    const chosen = document.documentElement.dataset.theme ?? 'system';
    for (const choice of document.querySelectorAll('[data-theme-choice]')) {
        choice.setAttribute('aria-pressed', String(choice.dataset.themeChoice === chosen));
    }
}

document.addEventListener('click', event => {
    const choice = event.target.closest?.('[data-theme-choice]');
    if (choice) {
        choose(choice.dataset.themeChoice);
        mark();
    }
});

// The focus enters a menu when it opens, and Blazor may have rendered the menu anew since.
document.addEventListener('focusin', mark);
document.addEventListener('toggle', mark, true);
