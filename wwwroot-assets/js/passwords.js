// Shows what is typed into the password fields of a form while the box beside them is checked.
function show(form, visible) {
    for (const field of form.querySelectorAll('[data-password]')) {
        field.type = visible ? 'text' : 'password';
    }
}

// The library's fields have no autofocus attribute: they expect a circuit.
document.querySelector('[data-autofocus]')?.focus();
document.querySelector('[data-show-passwords]')?.removeAttribute('hidden');

document.addEventListener('change', ({ target }) => {
    if (target.closest('[data-show-passwords]')) {
        show(target.form, target.checked);
    }
});

// Sent as passwords again, so that the browser offers to keep them and not as text to fill in elsewhere.
document.addEventListener('submit', ({ target }) => show(target, false));
