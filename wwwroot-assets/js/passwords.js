// Shows what is typed into the password fields of a form while the box beside them is checked.
export function watchPasswords() {
    // The library's fields have no autofocus attribute: they expect a circuit.
    document.querySelector('[data-autofocus]')?.focus();
    for (const choice of document.querySelectorAll('[data-show-passwords]')) {
        choice.hidden = false;
    }

    document.addEventListener('change', event => {
        if (event.target.closest?.('[data-show-passwords]')) {
            show(event.target.form, event.target.checked);
        }
    });

    // Sent as passwords again, so that the browser offers to keep them and not as text to fill in elsewhere.
    document.addEventListener('submit', event => show(event.target, false));
}

function show(form, visible) {
    for (const field of form.querySelectorAll('[data-password]')) {
        field.type = visible ? 'text' : 'password';
    }
}
