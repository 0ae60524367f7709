/** Moves focus to the first field with a fault that can be seen. */
export function focusFault(root) {
    const faulty = [...root.querySelectorAll('[aria-invalid="true"]')].find(field => field.offsetParent);
    faulty?.focus();
    return faulty !== undefined;
}

/** Disturbs nobody who types elsewhere. */
export function focus(area) {
    document.querySelector('input:focus') ?? area.focus();
}
