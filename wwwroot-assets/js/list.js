// What stands before a separator is cut off here and handed over. Left to the server, the cut would come a round trip later
// and take along whatever was typed in the meantime.
const separators = /[\n\r,;\t]/;

export function attach(input, listener) {
    input.addEventListener('input', event => {
        const text = input.value;
        if (event.isComposing || !separators.test(text)) {
            return;
        }

        // One separator was typed, after an entry; several came with a pasted list, whose last line is an entry as well.
        const parts = text.split(separators);
        const rest = parts.length === 2 ? parts[1].trimStart() : '';
        input.value = rest;
        listener.invokeMethodAsync('AddAsync', text.slice(0, text.length - rest.length));
    });

    // The input keeps the focus while a suggestion is pressed: leaving it would add the half-typed entry, and move the suggestions.
    input.closest('.ac-field').addEventListener('mousedown', event => {
        if (event.target.closest('button')) {
            event.preventDefault();
        }
    });
}
